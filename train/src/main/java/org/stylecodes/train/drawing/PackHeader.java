package org.stylecodes.train.drawing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What a pack says before its drawings, as JSON.
 *
 * @param side the width and the height of a drawing in pixels, 1 to 4096
 * @param hands the hands
 * @param tolerances by how much of 255 a channel of each hand's drawings may have changed
 * @param contents the contents
 * @param lengths for each content, the bytes of its drawing by each hand; 0 where the hand does not draw it
 */
record PackHeader(
        int side, List<Hand> hands, List<Integer> tolerances, List<Content> contents, List<List<Integer>> lengths) {
    private static final ObjectMapper JSON = new ObjectMapper();

    PackHeader {
        hands = List.copyOf(hands);
        tolerances = List.copyOf(tolerances);
        contents = List.copyOf(contents);
        lengths = lengths.stream().map(List::copyOf).toList();
        if (side < 1 || side > 4096) {
            throw new IllegalArgumentException("side is " + side + ", expected 1 to 4096");
        }
        int count = hands.size();
        if (tolerances.size() != count
                || lengths.size() != contents.size()
                || lengths.stream().anyMatch(each -> each.size() != count)) {
            throw new IllegalArgumentException("expected a tolerance for each hand, and a length for each drawing");
        }
        if (tolerances.stream().anyMatch(tolerance -> tolerance < 0 || tolerance > 127)
                || lengths.stream().flatMap(List::stream).anyMatch(length -> length < 0)) {
            throw new IllegalArgumentException("a tolerance or a length is out of range");
        }
    }

    /**
     * Reads a header.
     *
     * @throws IOException if this is not JSON of a header, or a value is out of range
     */
    static PackHeader read(byte[] bytes, int offset, int length) throws IOException {
        return JSON.readValue(bytes, offset, length, PackHeader.class);
    }

    /** The header as JSON in UTF-8. */
    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible); // it is written to memory
        }
    }

    /** The bytes of all drawings together. */
    long total() {
        return lengths.stream()
                .flatMap(List::stream)
                .mapToLong(Integer::longValue)
                .sum();
    }
}
