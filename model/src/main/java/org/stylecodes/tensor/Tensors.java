package org.stylecodes.tensor;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Converts Java arrays to tensors and back. Arrays are copied; a tensor never uses Java memory. */
public final class Tensors {
    static {
        Engine.load();
    }

    private Tensors() {}

    /** A tensor with uninitialized elements. */
    public static Tensor empty(ScalarType type, long... shape) {
        return torch.empty(shape, new TensorOptions(type), new MemoryFormatOptional());
    }

    /** A float32 tensor of these values, in row-major order. */
    public static Tensor of(float[] values, long... shape) {
        Tensor tensor = empty(ScalarType.Float, shape);
        if (tensor.numel() != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values do not fit a tensor of " + tensor.numel() + " elements");
        }
        if (values.length > 0) {
            new FloatPointer(tensor.data_ptr_float()).put(values, 0, values.length);
        }
        return tensor;
    }

    /** An int64 tensor of these values, in row-major order. */
    public static Tensor of(long[] values, long... shape) {
        Tensor tensor = empty(ScalarType.Long, shape);
        if (tensor.numel() != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values do not fit a tensor of " + tensor.numel() + " elements");
        }
        if (values.length > 0) {
            new LongPointer(tensor.data_ptr_long()).put(values, 0, values.length);
        }
        return tensor;
    }

    /** The elements of a tensor of any floating-point type on any device, in row-major order. */
    public static float[] floats(Tensor tensor) {
        Tensor plain = tensor.detach().cpu().to(ScalarType.Float).contiguous();
        float[] values = new float[Math.toIntExact(plain.numel())];
        if (values.length > 0) {
            new FloatPointer(plain.data_ptr_float()).get(values, 0, values.length);
        }
        return values;
    }

    /** The elements of an integer tensor on any device, in row-major order. */
    public static long[] longs(Tensor tensor) {
        Tensor plain = tensor.detach().cpu().to(ScalarType.Long).contiguous();
        long[] values = new long[Math.toIntExact(plain.numel())];
        if (values.length > 0) {
            new LongPointer(plain.data_ptr_long()).get(values, 0, values.length);
        }
        return values;
    }

    /** The sizes of a tensor. */
    public static long[] shape(Tensor tensor) {
        long[] shape = new long[(int) tensor.dim()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = tensor.size(i);
        }
        return shape;
    }
}
