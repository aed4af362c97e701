package org.stylecodes.tensor;

import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Memory for the weights of a network: one block, in huge pages where the system offers them. Huge pages are quicker to get, and the
 * processor looks up fewer addresses when it reads the weights. The block is freed with the last tensor cut from it. Thread-safe.
 */
final class Slab {
    private static final long ALIGNMENT = 64; // elements; more than a vector of any processor

    private final ScalarType type;
    private final Tensor block;
    private final AtomicLong used = new AtomicLong();

    private Slab(ScalarType type, Tensor block) {
        this.type = type;
        this.block = block;
    }

    /** A block for tensors of these shapes. The scope of the call holds it until its end. */
    static Slab of(ScalarType type, Iterable<long[]> shapes) {
        long elements = 0;
        for (long[] shape : shapes) {
            elements += aligned(elements(shape));
        }
        long size = elements;
        Tensor block = Tensors.empty(type, size);
        NativeHeap.adviseHugePages(block.data_ptr(), size * block.element_size());
        return new Slab(type, block);
    }

    /** Cuts a tensor with uninitialized elements. It belongs to the scope of the call. */
    Tensor cut(long... shape) {
        long offset = used.getAndAdd(aligned(elements(shape)));
        return block.as_strided(shape, strides(shape), new LongOptional(offset));
    }

    // Channels-last order for the kernels that profit, row-major order for all other weights.
    private long[] strides(long... shape) {
        if (Devices.isChannelsLast(type, shape)) {
            return new long[] {shape[1] * shape[2] * shape[3], 1, shape[1] * shape[3], shape[1]};
        }
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return strides;
    }

    static long elements(long... shape) {
        long elements = 1;
        for (long side : shape) {
            elements *= side;
        }
        return elements;
    }

    private static long aligned(long elements) {
        return (elements + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
