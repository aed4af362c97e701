package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.Precision;
import org.stylecodes.Size;
import org.stylecodes.error.NativeMemoryException;

class MemoryNeedTest {
    private static final double GIBIBYTE = 1 << 30;
    private static final Size SIZE = new Size(512, 512);

    private final MemoryNeed need = MemoryNeed.of(Configs.published(), 0, false);

    // Peaks that Linux counted: VmHWM of "generate --style" with a full-size random model on two cores of an AMD EPYC
    // with AVX2
    @ParameterizedTest
    @CsvSource({"512x512, FLOAT32, 8.02", "768x768, FLOAT32, 8.77", "512x512, BFLOAT16, 5.40"})
    void theEstimateIsCloseToMeasuredPeaks(String size, Precision precision, double measured) {
        assertEquals(measured, need.bytes(precision, Size.parse(size)) / GIBIBYTE, measured / 10);
    }

    @Test
    void convolutionsInHalfPrecisionNeedNoCopiesOnAProcessorThatHasThem() {
        MemoryNeed less = MemoryNeed.of(Configs.published(), 0, true);
        assertEquals(need.bytes(Precision.FLOAT32, SIZE), less.bytes(Precision.FLOAT32, SIZE));
        assertEquals(4.2, less.bytes(Precision.BFLOAT16, SIZE) / GIBIBYTE, 0.2);
    }

    @Test
    void filesThatAreReadWholeCountBesideTheWeights() {
        MemoryNeed more = MemoryNeed.of(Configs.published(), 123_000_000, false);
        assertEquals(need.bytes(Precision.FLOAT32, SIZE) + 123_000_000, more.bytes(Precision.FLOAT32, SIZE));
    }

    @Test
    void whatFitsIsNotRefused() {
        need.requireFits(Precision.FLOAT32, SIZE, 12L << 30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6 | FLOAT32 | 512x512 | the precision bfloat16 needs about %.1f GiB",
                "7 | FLOAT32 | 2048x2048 | ask for smaller pictures",
                "3 | FLOAT32 | 512x512 | use a smaller model or a machine with more memory",
            })
    void whatDoesNotFitIsRefusedWithARemedy(long present, Precision precision, String size, String remedy) {
        String message = assertThrows(
                        NativeMemoryException.class, () -> need.requireFits(precision, Size.parse(size), present << 30))
                .getMessage();
        double half = need.bytes(Precision.BFLOAT16, Size.parse(size)) / GIBIBYTE;
        assertEquals(
                String.format(
                        "drawing %s in float32 needs about %.1f GiB of memory, but this process may have %d.0 GiB; %s",
                        size, need.bytes(precision, Size.parse(size)) / GIBIBYTE, present, String.format(remedy, half)),
                message);
    }
}
