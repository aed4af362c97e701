package org.stylecodes.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

/** In each test, the recorded gradient of {@code large} is 4, so that everything up to 4e-5 counts as rounding. */
class GradientNormsTest {
    @Test
    void aMissingGradientFailsHoweverSmallTheRecordedOne() throws IOException {
        assertFails("gradient of small, which is missing", "{\"large\": 4, \"small\": 0.00005}", 0);
    }

    @Test
    void aMissingGradientPassesWhereRoundingOrNothingIsRecorded() throws IOException {
        assertEquals(
                Result.Status.PASS,
                compare("{\"large\": 4, \"small\": 0.00003}", 0).status());
        assertEquals(
                Result.Status.PASS, compare("{\"large\": 4, \"small\": 0}", 0).status());
    }

    @Test
    void aSmallGradientHasTheSameRelativeBoundAsALargeOne() throws IOException {
        assertEquals(
                Result.Status.PASS,
                compare("{\"large\": 4, \"small\": 0.001}", 0.0010009f).status());
        assertFails("gradient of small", "{\"large\": 4, \"small\": 0.001}", 0.0010011f);
        assertFails("gradient of small", "{\"large\": 4, \"small\": 0.001}", 0.0009989f);
    }

    @Test
    void roundingMayDifferButNotGrow() throws IOException {
        assertEquals(
                Result.Status.PASS,
                compare("{\"large\": 4, \"small\": 0.00001}", 0.00003f).status());
        assertFails("gradient of small", "{\"large\": 4, \"small\": 0.00001}", 0.00005f);
    }

    @Test
    void anUnknownParameterFails() throws IOException {
        assertFails("gradient of other, which is not a parameter here", "{\"large\": 4, \"other\": 1}", 0);
    }

    @Test
    void aNormThatIsNotANumberIsRefused() {
        assertThrows(ModelFormatException.class, () -> compare("{\"large\": null}", 0));
    }

    private static void assertFails(String where, String recorded, float small) throws IOException {
        Result result = compare(recorded, small);
        assertEquals(Result.Status.FAIL, result.status());
        assertEquals(where, result.note());
    }

    /** A small gradient of 0 stands for a missing gradient. */
    private static Result compare(String recorded, float small) throws IOException {
        GradientNorms norms = GradientNorms.of("file", new ObjectMapper().readTree(recorded));
        Comparison comparison = new Comparison();
        Scope.run(() -> norms.compare(Map.of("large", parameter(4), "small", parameter(small)), comparison));
        return comparison.result("case");
    }

    private static Tensor parameter(float gradient) {
        Tensor parameter = Tensors.of(new float[] {1}, 1).requires_grad_(true);
        if (gradient != 0) {
            parameter.mul(Tensors.of(new float[] {gradient}, 1)).sum().backward();
        }
        return parameter;
    }
}
