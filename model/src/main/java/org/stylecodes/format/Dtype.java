package org.stylecodes.format;

import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The supported element types of safetensors files, with the format's names. */
public enum Dtype {
    F64(8, ScalarType.Double),
    I64(8, ScalarType.Long),
    F32(4, ScalarType.Float),
    I32(4, ScalarType.Int),
    F16(2, ScalarType.Half),
    BF16(2, ScalarType.BFloat16),
    I16(2, ScalarType.Short),
    I8(1, ScalarType.Char),
    U8(1, ScalarType.Byte),
    BOOL(1, ScalarType.Bool);

    private final int bytes;
    private final ScalarType scalarType;

    Dtype(int bytes, ScalarType scalarType) {
        this.bytes = bytes;
        this.scalarType = scalarType;
    }

    /** The size of one element in bytes. */
    public int bytes() {
        return bytes;
    }

    /** LibTorch's name of the type. */
    public ScalarType scalarType() {
        return scalarType;
    }

    static Optional<Dtype> named(String name) {
        return Arrays.stream(values()).filter(d -> d.name().equals(name)).findFirst();
    }

    static Optional<Dtype> of(ScalarType scalarType) {
        ScalarType known = scalarType.intern();
        return Arrays.stream(values()).filter(d -> d.scalarType == known).findFirst();
    }
}
