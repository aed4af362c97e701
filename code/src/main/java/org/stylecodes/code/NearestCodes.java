package org.stylecodes.code;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the nearest of many codes by a linear scan. Each code takes 20 bytes of one array, so a million codes take 20 MB. Immutable
 * and thread-safe.
 */
public final class NearestCodes {
    private final byte[] levels;

    private NearestCodes(byte[] levels) {
        this.levels = levels;
    }

    /**
     * A code that was found.
     *
     * @param index its index among the codes searched
     * @param code the code that was found
     * @param distance its distance from the code that was searched for, 0 to 2
     */
    public record Match(int index, StyleCode code, double distance) {}

    /** Creates a search among the given codes. A match names a code by its index in the list. */
    public static NearestCodes among(List<StyleCode> codes) {
        byte[] levels = new byte[Math.multiplyExact(codes.size(), StyleCode.LENGTH)];
        int offset = 0;
        for (StyleCode code : codes) {
            code.copyLevels(levels, offset);
            offset += StyleCode.LENGTH;
        }
        return new NearestCodes(levels);
    }

    /**
     * Creates a search among codes given as one array with 20 levels per code. The array is copied.
     *
     * @throws IllegalArgumentException if the length is not a multiple of 20, or a level is not 0 to 63
     */
    public static NearestCodes among(byte[] levels) {
        if (levels.length % StyleCode.LENGTH != 0) {
            throw new IllegalArgumentException(
                    "there are " + levels.length + " bytes of levels; expected a multiple of 20");
        }
        for (byte level : levels) {
            Levels.require(level);
        }
        return new NearestCodes(levels.clone());
    }

    /** The number of codes that are searched. */
    public int size() {
        return levels.length / StyleCode.LENGTH;
    }

    /**
     * Returns the codes nearest to a code, the nearest first. Of equally near codes, the one with the lower index comes first.
     *
     * @param count the most codes to return
     * @throws IllegalArgumentException if the count is negative
     */
    public List<Match> to(StyleCode code, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("the count is " + count + "; expected 0 or more");
        }
        int wanted = Math.min(count, size());
        if (wanted == 0) {
            return List.of();
        }
        byte[] query = new byte[StyleCode.LENGTH];
        code.copyLevels(query, 0);
        int[] indices = new int[wanted];
        int[] squares = new int[wanted];
        Arrays.fill(squares, Integer.MAX_VALUE);
        for (int index = 0; index < size(); index++) {
            int farthest = squares[wanted - 1];
            int square = squaredDifference(levels, index * StyleCode.LENGTH, query, farthest);
            if (square < farthest) {
                insert(indices, squares, index, square);
            }
        }
        return IntStream.of(indices).mapToObj(index -> match(index, code)).toList();
    }

    /** The sum of the squared differences of 20 levels, 0 to 79380. Stops early with a partial sum once that reaches the limit. */
    private static int squaredDifference(byte[] levels, int offset, byte[] query, int limit) {
        int sum = ofFive(levels, offset, query, 0);
        for (int start = 5; start < StyleCode.LENGTH && sum < limit; start += 5) {
            sum += ofFive(levels, offset, query, start);
        }
        return sum;
    }

    /** Unrolled by hand, because the compiler does not unroll so short a loop. This halves the time of a scan. */
    private static int ofFive(byte[] levels, int offset, byte[] query, int start) {
        return ofOne(levels, offset, query, start)
                + ofOne(levels, offset, query, start + 1)
                + ofOne(levels, offset, query, start + 2)
                + ofOne(levels, offset, query, start + 3)
                + ofOne(levels, offset, query, start + 4);
    }

    private static int ofOne(byte[] levels, int offset, byte[] query, int index) {
        int difference = levels[offset + index] - query[index];
        return difference * difference;
    }

    /** Inserts a code into the sorted list of those found and drops the farthest of them. */
    private static void insert(int[] indices, int[] squares, int index, int square) {
        int place = squares.length - 1;
        while (place > 0 && squares[place - 1] > square) {
            squares[place] = squares[place - 1];
            indices[place] = indices[place - 1];
            place--;
        }
        squares[place] = square;
        indices[place] = index;
    }

    private Match match(int index, StyleCode query) {
        StyleCode found = code(index);
        return new Match(index, found, found.distance(query));
    }

    private StyleCode code(int index) {
        int offset = index * StyleCode.LENGTH;
        return StyleCode.of(IntStream.range(offset, offset + StyleCode.LENGTH)
                .map(i -> levels[i])
                .toArray());
    }
}
