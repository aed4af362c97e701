package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.stylecodes.Generation;
import org.stylecodes.Golden;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.image.Picture;

class PrecisionOfRequestsTest {
    private static final Request REQUEST =
            Request.of("a house").steps(2).size(64, 64).seed(3);
    private static final StyleCodes MODEL = StyleCodes.open(Golden.path("tiny-sd15"), Placement.CPU);

    @AfterAll
    static void close() {
        MODEL.close();
    }

    @Test
    void aRequestWithoutAPrecisionIsRecordedWithThatOfTheModel() {
        assertEquals(Precision.FLOAT32, MODEL.generate(REQUEST).request().precision());
    }

    @Test
    void aRequestIsDrawnInItsOwnPrecision() {
        Generation half = MODEL.generate(REQUEST.precision(Precision.BFLOAT16));
        assertEquals(Precision.BFLOAT16, half.request().precision());
        assertFalse(Arrays.equals(
                half.first().rgb(), MODEL.generate(REQUEST).first().rgb()));
    }

    @Test
    void otherPrecisionsInBetweenChangeNoByte() {
        Picture before = MODEL.generate(REQUEST).first();
        MODEL.generate(REQUEST.precision(Precision.BFLOAT16));
        assertArrayEquals(before.rgb(), MODEL.generate(REQUEST).first().rgb());
    }

    @Test
    void aPrecisionThatTheProcessorLacksIsRefusedAndTheModelStaysOpen() {
        InvalidRequestException refusal =
                assertThrows(InvalidRequestException.class, () -> MODEL.generate(REQUEST.precision(Precision.FLOAT16)));
        assertEquals(
                "processors do not compute in float16; use bfloat16 or float32, which also read weights stored in half"
                        + " precision, or the device cuda",
                refusal.getMessage());
        assertEquals(64, MODEL.generate(REQUEST).first().width());
    }

    @Test
    void aListenerCannotSwapTheWeightsThatItsRequestUses() {
        Request inner = REQUEST.precision(Precision.BFLOAT16);
        InvalidRequestException refusal = assertThrows(
                InvalidRequestException.class, () -> MODEL.generate(REQUEST.listener(p -> MODEL.generate(inner))));
        assertEquals(
                "a listener asked for bfloat16 while its own request is drawn in float32; make the second request"
                        + " afterwards",
                refusal.getMessage());
    }
}
