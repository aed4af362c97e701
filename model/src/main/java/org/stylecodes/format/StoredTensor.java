package org.stylecodes.format;

import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * The description of a tensor in the pickle of a PyTorch file: a strided view of a storage.
 *
 * @param storage where the elements are
 * @param offset the position of the first element, in elements
 * @param strides the distance between neighbours along each dimension, in elements
 */
record StoredTensor(Storage storage, long offset, List<Long> shape, List<Long> strides) {
    private static final int MAX_DIMENSIONS = 64;

    /** The elements in one entry of the archive. */
    record Storage(String key, Dtype dtype, long elements) {
        Storage {
            if (elements < 0 || elements > Long.MAX_VALUE / Double.BYTES) {
                throw new IllegalArgumentException("a storage cannot have " + elements + " elements");
            }
        }

        long bytes() {
            return elements * dtype.bytes();
        }
    }

    StoredTensor {
        shape = List.copyOf(shape);
        strides = List.copyOf(strides);
        if (offset < 0
                || shape.size() > MAX_DIMENSIONS
                || shape.size() != strides.size()
                || !fits(storage, offset, shape, strides)) {
            throw new IllegalArgumentException("a tensor of shape " + shape + ", strides " + strides + " and offset "
                    + offset + " does not fit into its storage of " + storage.elements() + " elements");
        }
    }

    /** The tensor as a view of its storage, which is {@code numbers}. */
    Tensor view(Tensor numbers) {
        return numbers.as_strided(longs(shape), longs(strides), new LongOptional(offset));
    }

    private static long[] longs(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    private static boolean fits(Storage storage, long offset, List<Long> shape, List<Long> strides) {
        try {
            long elements = 1;
            long last = offset;
            for (int i = 0; i < shape.size(); i++) {
                if (shape.get(i) < 0 || strides.get(i) < 0) {
                    return false;
                }
                elements = Math.multiplyExact(elements, shape.get(i));
                last = Math.addExact(last, Math.multiplyExact(Math.max(0, shape.get(i) - 1), strides.get(i)));
            }
            // A stride of zero could make a small storage look arbitrarily large. No published weights have one.
            return elements == 0
                    ? offset <= storage.elements()
                    : last < storage.elements() && elements <= storage.elements();
        } catch (ArithmeticException e) {
            return false;
        }
    }
}
