package org.stylecodes.format;

import java.util.List;

/**
 * What the header of a safetensors file says of one tensor.
 *
 * @param dtype the element type
 * @param shape the sizes; empty for a single number
 * @param begin the first byte, counted from the start of the file
 * @param end the byte behind the last one
 */
public record TensorEntry(Dtype dtype, List<Long> shape, long begin, long end) {
    /** Keeps a copy of the shape. */
    public TensorEntry {
        shape = List.copyOf(shape);
    }

    /** How many bytes the tensor has. */
    public long bytes() {
        return end - begin;
    }

    long[] sizes() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }
}
