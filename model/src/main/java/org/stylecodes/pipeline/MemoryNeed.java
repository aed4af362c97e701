package org.stylecodes.pipeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.stylecodes.Precision;
import org.stylecodes.Size;
import org.stylecodes.error.NativeMemoryException;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.tensor.Weights;
import org.stylecodes.unet.UNetConfig;

/**
 * How much memory a process needs to draw on the processor. Weights are counted; the rest is estimated by formulas that fit measured peaks
 * to about a tenth. The result depends on nothing but the model, the precision, the size and the kind of processor.
 *
 * @param configs the configurations of the networks
 * @param elements the number of weights that draw
 * @param exactElements the number of weights that stay in float32 in any precision
 * @param heldBytes the bytes of the files that stay in memory beside the weights
 * @param halfProducts whether the processor multiplies half-precision numbers
 */
record MemoryNeed(Configs configs, long elements, long exactElements, long heldBytes, boolean halfProducts) {
    private static final double GIBIBYTE = 1 << 30;

    // Java, LibTorch and what they keep, in bytes
    private static final long PROGRAM = 400L << 20;

    // Elements at once for each element of the largest maps, what the heap does not reuse included
    private static final double STEP_MAPS = 58;
    private static final double DECODER_MAPS = 3;

    // Where the processor does not multiply half-precision numbers, LibTorch copies the 3x3 surroundings of all
    // positions of a map before a convolution. The largest such map has twice the channels of the last level. Input,
    // activated input and output are in memory too.
    private static final double DECODER_MAPS_WITH_COPIES = 9 * 2 + 2 + 2 + 1;

    // Both halves of the guidance are one batch.
    private static final long BATCH = 2;

    /** Counts the weights of a model. */
    static MemoryNeed of(Configs configs, long heldBytes, boolean halfProducts) {
        Map<String, long[]> exact =
                Weights.outline(weights -> StyleAutoencoder.of(configs.style().autoencoder(), weights));
        return new MemoryNeed(
                configs,
                configs.drawing().values().stream()
                        .mapToLong(MemoryNeed::elements)
                        .sum(),
                elements(exact),
                heldBytes,
                halfProducts);
    }

    private static long elements(Map<String, long[]> shapes) {
        return shapes.values().stream()
                .mapToLong(shape -> Arrays.stream(shape).reduce(1, Math::multiplyExact))
                .sum();
    }

    /** The memory for one picture in bytes. Pictures of one request are drawn one after another. */
    long bytes(Precision precision, Size size) {
        double activations = Math.max(
                STEP_MAPS * BATCH * stepElements(size),
                decoderMaps(precision)
                        * size.width()
                        * size.height()
                        * configs.vae().channels()[0]);
        return (long) (resident(precision) + activations * bytes(precision));
    }

    /**
     * Checks that a picture can be drawn without swapping.
     *
     * @param present the bytes that this process may have
     * @throws NativeMemoryException if it needs more
     */
    void requireFits(Precision precision, Size size, long present) {
        long needed = bytes(precision, size);
        if (needed > present) {
            throw new NativeMemoryException(String.format(
                    Locale.ROOT,
                    "drawing %s in %s needs about %.1f GiB of memory, but this process may have %.1f GiB; %s",
                    size,
                    precision,
                    needed / GIBIBYTE,
                    present / GIBIBYTE,
                    remedy(precision, size, present)));
        }
    }

    private String remedy(Precision precision, Size size, long present) {
        if (precision == Precision.FLOAT32 && bytes(Precision.BFLOAT16, size) <= present) {
            return String.format(
                    Locale.ROOT,
                    "the precision bfloat16 needs about %.1f GiB",
                    bytes(Precision.BFLOAT16, size) / GIBIBYTE);
        }
        return resident(precision) < present
                ? "ask for smaller pictures"
                : "use a smaller model or a machine with more memory";
    }

    // What stays in memory between steps
    private long resident(Precision precision) {
        return PROGRAM + heldBytes + elements * bytes(precision) + exactElements * bytes(Precision.FLOAT32);
    }

    // The elements of one map of each level
    private double stepElements(Size size) {
        int factor = configs.vae().factor();
        double positions = (double) size.width() / factor * size.height() / factor;
        double elements = 0;
        for (UNetConfig.Level level : configs.unet().levels()) {
            elements += positions * level.channels();
            positions /= 4;
        }
        return elements;
    }

    private double decoderMaps(Precision precision) {
        return precision == Precision.FLOAT32 || halfProducts ? DECODER_MAPS : DECODER_MAPS_WITH_COPIES;
    }

    private static long bytes(Precision precision) {
        return precision == Precision.FLOAT32 ? Float.BYTES : Short.BYTES;
    }
}
