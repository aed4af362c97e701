package org.stylecodes.format;

import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * A tensor as the pickle of a PyTorch file describes it: a strided view of a storage.
 *
 * @param storage the storage that holds the numbers
 * @param offset the first element, counted in elements
 * @param shape the shape
 * @param strides the step between neighbours of each dimension, in elements
 */
record StoredTensor(Storage storage, long offset, List<Long> shape, List<Long> strides) {
    private static final int MOST_DIMENSIONS = 64;

    /** A run of elements in an entry of the archive. */
    record Storage(String key, Dtype dtype, long elements) {
        Storage {
            if (elements < 0 || elements > Long.MAX_VALUE / Double.BYTES) {
                throw new IllegalArgumentException("a storage of " + elements + " elements");
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
                || shape.size() > MOST_DIMENSIONS
                || shape.size() != strides.size()
                || !inside(storage, offset, shape, strides)) {
            throw new IllegalArgumentException("a tensor of shape " + shape + ", strides " + strides + " and offset "
                    + offset + " does not lie in its storage of " + storage.elements() + " elements");
        }
    }

    /** The tensor itself, as a view of the numbers of its storage. */
    Tensor view(Tensor numbers) {
        return numbers.as_strided(longs(shape), longs(strides), new LongOptional(offset));
    }

    private static long[] longs(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    private static boolean inside(Storage storage, long offset, List<Long> shape, List<Long> strides) {
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
            // A stride of zero could make a small storage look endless; no published weights have that.
            return elements == 0
                    ? offset <= storage.elements()
                    : last < storage.elements() && elements <= storage.elements();
        } catch (ArithmeticException e) {
            return false;
        }
    }
}
