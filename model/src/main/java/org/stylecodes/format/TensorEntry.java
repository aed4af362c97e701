package org.stylecodes.format;

import java.util.List;

/**
 * One tensor in the header of a safetensors file.
 *
 * @param dtype the element type
 * @param shape the sizes; empty for a scalar
 * @param begin the first byte, from the start of the file
 * @param end the byte after the last one
 */
public record TensorEntry(Dtype dtype, List<Long> shape, long begin, long end) {
    /** Makes an entry with a copy of the shape. */
    public TensorEntry {
        shape = List.copyOf(shape);
    }

    /** The size of the tensor in bytes. */
    public long bytes() {
        return end - begin;
    }

    long[] sizes() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }
}
