package org.stylecodes.tensor;

import org.bytedeco.pytorch.global.torch.ScalarType;

/** The type of the numbers that a network computes with. */
public enum Precision {
    /** 24 significant bits; what the published numbers were recorded with. */
    FLOAT32(ScalarType.Float),
    /** 11 significant bits, and nothing above 65504; half the memory. */
    FLOAT16(ScalarType.Half),
    /** 8 significant bits, and the range of {@link #FLOAT32}; half the memory. */
    BFLOAT16(ScalarType.BFloat16);

    private final ScalarType type;

    Precision(ScalarType type) {
        this.type = type;
    }

    /** What LibTorch calls it. */
    public ScalarType type() {
        return type;
    }
}
