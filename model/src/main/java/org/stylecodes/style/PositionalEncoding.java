package org.stylecodes.style;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;

/**
 * The sinusoidal table of positions (Vaswani et al. 2017), sine and cosine interleaved. Published files contain the table, rounded to
 * their precision. If a file has it, the stored values are used.
 */
record PositionalEncoding(@Nullable Tensor stored, int width) {
    private static final int STORED_ROWS = 5000;
    private static final double BASE = 10000;

    static PositionalEncoding of(Weights weights, int width) {
        Init computed = (tensor, generator) -> tensor.copy_(computed(STORED_ROWS, width));
        return new PositionalEncoding(
                weights.has("pe") ? weights.tensor("pe", computed, 1, STORED_ROWS, width) : null, width);
    }

    // x (B or 1, tokens or 1, width) plus the first rows of the table
    Tensor added(Tensor x, int count) {
        return x.add(Devices.beside(x, rows(count)));
    }

    // (1, count, width)
    private Tensor rows(int count) {
        if (stored != null && count <= STORED_ROWS) {
            return stored.detach().narrow(1, 0, count);
        }
        return computed(count, width);
    }

    private static Tensor computed(int count, int width) {
        float[] table = new float[count * width];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < width; i++) {
                double angle = row * Math.pow(BASE, -(double) (i - i % 2) / width);
                table[row * width + i] = (float) (i % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
            }
        }
        return Tensors.of(table, 1, count, width);
    }
}
