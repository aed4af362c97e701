package org.stylecodes.image.vp8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The constant tables of the format, read from the resource {@code tables.txt}. */
final class Tables {
    static final int BLOCK_TYPES = 4;
    static final int BANDS = 8;
    static final int CONTEXTS = 3;
    static final int TOKENS = 11;
    static final int MODES = 10;

    private static final List<String> LINES = lines();

    /** Quantizer steps by index, 0 to 127. */
    static final int[] DC_STEPS = table("dc-steps", 128);

    static final int[] AC_STEPS = table("ac-steps", 128);

    /** (block type, band, context, token) */
    static final int[] COEFFICIENTS = table("coefficient-probabilities", BLOCK_TYPES * BANDS * CONTEXTS * TOKENS);

    static final int[] COEFFICIENT_UPDATES =
            table("coefficient-update-probabilities", BLOCK_TYPES * BANDS * CONTEXTS * TOKENS);

    /** (mode above, mode on the left, node of the tree) */
    static final int[] INTRA_MODES = table("mode-probabilities", MODES * MODES * (MODES - 1));

    private Tables() {}

    private static int[] table(String name, int size) {
        int[] numbers = LINES.stream()
                .dropWhile(line -> !line.equals(name))
                .skip(1)
                .takeWhile(line -> Character.isDigit(line.charAt(0)))
                .flatMap(line -> Stream.of(line.split(" ")))
                .mapToInt(Integer::parseInt)
                .toArray();
        return Arrays.copyOf(numbers, Objects.checkIndex(size, numbers.length + 1));
    }

    private static List<String> lines() {
        try (InputStream in = Tables.class.getResourceAsStream("tables.txt")) {
            byte[] text = Objects.requireNonNull(in, "tables.txt").readAllBytes();
            return new String(text, StandardCharsets.US_ASCII).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
