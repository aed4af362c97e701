package org.stylecodes.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Golden;
import org.stylecodes.Placement;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

class ConformanceTest {
    @TempDir
    Path archive;

    @Test
    void everyCaseOfTheFixturesPasses() throws IOException {
        List<Result> notPassed = new ArrayList<>();
        Summary summary = Conformance.run(Golden.path(""), result -> {
            if (result.status() != Result.Status.PASS) {
                notPassed.add(result);
            }
        });
        assertEquals(List.of(), notPassed);
        assertEquals(filesBelow("cases") + filesBelow("names"), summary.passed());
    }

    @Test
    void aVaeUnderOldNamesIsComparedWithThatOfTheModel() throws IOException {
        copyModel();
        Golden.writeOldVae(archive.resolve("vae-old-names.safetensors"));
        Result result = run().get(0);
        assertEquals("vae-old-names", result.name());
        assertEquals(Result.Status.PASS, result.status());
    }

    @Test
    void aCaseThatThrowsFailsAndTheOthersContinue() throws IOException {
        copy("cases/noise.json");
        write("cases/codes.json", "{\"mix\": [{\"codes\": [\"no code\"], \"weights\": [1]}]}");
        List<Result> results = run();
        assertEquals(
                List.of("codes", "noise"), results.stream().map(Result::name).toList());
        assertEquals(Result.Status.FAIL, results.get(0).status());
        assertTrue(results.get(0).note().contains("no code"), results.get(0).note());
        assertEquals(Result.Status.PASS, results.get(1).status());
    }

    @Test
    void numbersThatDifferFromTheRecordedOnesFail() throws IOException {
        write("cases/noise.json", """
                {"0:15": {"first": [1.5409961, -0.2934289, -2.1787894, 0.5684314], "sum": 1, "abs_sum": 13}}""");
        Result result = run().get(0);
        assertEquals(Result.Status.FAIL, result.status());
        assertTrue(result.error() > result.bound());
    }

    @Test
    void unsupportedCasesAreSkippedByName() throws IOException {
        copy("cases/noise.json");
        write("cases/lora.safetensors", "");
        write("cases/video.safetensors", "");
        List<Result> results = run();
        assertEquals(Result.skipped("lora", "LoRA is not supported"), results.get(0));
        assertEquals(Result.Status.SKIPPED, results.get(2).status());
        assertEquals("video", results.get(2).name());
    }

    @Test
    void anUnsupportedVariantOfASchedulerIsSkipped() {
        recording("euler_exponential_4", Map.of("use_exponential_sigmas", true));
        Result result = run().get(0);
        assertEquals(Result.Status.SKIPPED, result.status());
        assertTrue(result.note().contains("use_exponential_sigmas"), result.note());
    }

    @Test
    void aRecordingWithAMalformedValueFails() {
        recording("ddim_4", Map.of("beta_start", "small"));
        recording("ddim_5", Map.of("thresholding", "maybe"));
        recording("ddim_6", Map.of("trained_betas", List.of(0.5)));
        assertEquals(
                List.of(Result.Status.FAIL, Result.Status.FAIL, Result.Status.FAIL),
                run().stream().map(Result::status).toList());
    }

    @Test
    void aRecordingWithoutItsSchedulerFails() {
        Scope.run(() -> Safetensors.write(
                archive.resolve("cases/schedulers/euler_4.safetensors"),
                Map.of("initial", Tensors.of(new float[1], 1)),
                Map.of()));
        assertEquals(Result.Status.FAIL, run().get(0).status());
    }

    @Test
    void timestepsOfUnsupportedSchedulersAreSkipped() throws IOException {
        write("cases/schedulers/timesteps.json", "{\"tcd_2\": [999, 499]}");
        assertEquals(Result.Status.SKIPPED, run().get(0).status());
    }

    @Test
    void theStepsOfTimestepsNeedNotBeThoseRecorded() throws IOException {
        recording("ddim_4", Map.of("steps_offset", 1));
        write("cases/schedulers/timesteps.json", "{\"ddim_3\": [667, 334, 1], \"ddim_999\": [1]}");
        Result result = run().get(1);
        assertEquals("ddim_999", result.note());
        assertEquals(Result.Status.FAIL, result.status());
    }

    @Test
    void aFailureOfNativeCodeIsOneLine() throws IOException {
        write("cases/noise.json", """
                {"0:1x99999999999999": {"first": [], "sum": 0, "abs_sum": 1}}""");
        Result result = run().get(0);
        assertEquals(Result.Status.FAIL, result.status());
        assertEquals(1, result.note().lines().count());
    }

    @Test
    void seedsMayBeAnyOf64Bits() throws IOException {
        write("cases/noise.json", """
                {"-1:1": {"first": [2], "sum": 2, "abs_sum": 2}, "18446744073709551615:1": {"first": [2], "sum": 2, "abs_sum": 2}}""");
        assertEquals("-1:1", run().get(0).note());
    }

    @Test
    void aPickledCheckpointWithNothingToCompareItWithIsSkipped() throws IOException {
        write("model/stylecodes.bin", "");
        assertEquals(Result.Status.SKIPPED, run().get(0).status());
    }

    @Test
    void ofSeveralModelsTheOneWithCodesIsUsed() throws IOException {
        write("a-base/model_index.json", "{}");
        write("b-model/model_index.json", "{}");
        write("b-model/stylecodes.bin", "");
        write("c-base/model_index.json", "{}");
        try (Archive opened = new Archive(archive, Placement.CPU)) {
            assertEquals("b-model", opened.model());
        }
    }

    @Test
    void aFolderWithoutCasesIsRefused() {
        assertThrows(ModelFormatException.class, this::run);
        assertThrows(ModelFormatException.class, () -> Conformance.run(archive.resolve("nowhere"), result -> {}));
    }

    private List<Result> run() {
        List<Result> results = new ArrayList<>();
        Conformance.run(archive, results::add);
        return results;
    }

    private void recording(String name, Map<String, Object> config) {
        Scope.run(() -> Safetensors.write(
                archive.resolve("cases/schedulers/" + name + ".safetensors"),
                Map.of("initial", Tensors.of(new float[1], 1)),
                Map.of(
                        "class",
                        name.startsWith("ddim") ? "DDIMScheduler" : "EulerDiscreteScheduler",
                        "steps",
                        "4",
                        "config",
                        new ObjectMapper().valueToTree(config).toString())));
    }

    private void copyModel() throws IOException {
        Path model = Golden.path("tiny-sd15");
        try (Stream<Path> files = Files.walk(model)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy =
                        archive.resolve("model").resolve(model.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void copy(String file) throws IOException {
        write(file, Files.readString(Golden.path(file)));
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(archive.resolve(file).getParent());
        Files.writeString(archive.resolve(file), content);
    }

    private static long filesBelow(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Golden.path(folder))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
