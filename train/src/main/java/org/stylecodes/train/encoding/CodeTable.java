package org.stylecodes.train.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.stylecodes.code.CodeDistribution;
import org.stylecodes.image.Picture;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.train.data.StyleData;
import org.stylecodes.train.parallel.Replicas;

/**
 * The quantized values of the codes of a data set: of every picture, and then of some references without content, if the data has
 * any.
 *
 * @param pictures the number of pictures in each style
 * @param values by style, then by picture, with the references at the end
 */
public record CodeTable(int[] pictures, float[][][] values) {
    private static final int REFERENCES = 3;

    /** Encodes a data set. */
    public static CodeTable of(CodeEncoder encoder, StyleData data, Replicas replicas) {
        int[] counts = new int[data.styles()];
        float[][][] values = new float[data.styles()][][];
        replicas.each(thread -> {
            for (int style = thread; style < data.styles(); style += replicas.count()) {
                counts[style] = data.pictures(style);
                values[style] = encode(encoder, data, style);
            }
            return true;
        });
        return new CodeTable(counts, values);
    }

    /** The values of a picture's code. */
    public float[] of(int style, int picture) {
        return values[style][picture];
    }

    /** The values of the code of another, random picture of the style. */
    public float[] ofOther(int style, int picture, SplittableRandom random) {
        int count = pictures[style];
        return count < 2 ? values[style][picture] : values[style][(picture + 1 + random.nextInt(count - 1)) % count];
    }

    /** Whether a style has references without content. */
    public boolean hasReferences(int style) {
        return values[style].length > pictures[style];
    }

    /** The values of the code of a random reference without content. The style must have references. */
    public float[] ofReference(int style, SplittableRandom random) {
        return values[style][pictures[style] + random.nextInt(values[style].length - pictures[style])];
    }

    /** The distribution of all values. Random codes of the model are drawn from it. */
    public CodeDistribution distribution() {
        int latent = values[0][0].length;
        double[] mean = new double[latent];
        double[][] covariance = new double[latent][latent];
        List<float[]> all = Stream.of(values).flatMap(Stream::of).toList();
        for (float[] code : all) {
            for (int i = 0; i < latent; i++) {
                mean[i] += code[i] / (double) all.size();
            }
        }
        for (float[] code : all) {
            for (int i = 0; i < latent; i++) {
                for (int j = 0; j < latent; j++) {
                    covariance[i][j] += (code[i] - mean[i]) * (code[j] - mean[j]) / all.size();
                }
            }
        }
        return CodeDistribution.of(mean, covariance);
    }

    private static float[][] encode(CodeEncoder encoder, StyleData data, int style) {
        int pictures = data.pictures(style);
        List<Picture> references = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(style);
        for (int i = 0; i < REFERENCES; i++) {
            data.reference(style, random.nextLong() >>> 1).ifPresent(references::add);
        }
        int count = pictures + references.size();
        float[] joined = Scope.get(() -> Tensors.floats(
                encoder.values(count, i -> i < pictures ? data.whole(style, i) : references.get(i - pictures))));
        int latent = joined.length / count;
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = Arrays.copyOfRange(joined, i * latent, (i + 1) * latent);
        }
        return rows;
    }
}
