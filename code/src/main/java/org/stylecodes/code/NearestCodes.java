package org.stylecodes.code;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the nearest of many codes by looking at each: they lie as 20 bytes a code in one array, so a million takes
 * 20 MB. Immutable and safe to share between threads.
 */
public final class NearestCodes {
    private final byte[] levels;

    private NearestCodes(byte[] levels) {
        this.levels = levels;
    }

    /**
     * A code that was found.
     *
     * @param index its place among the codes searched
     * @param code the code
     * @param distance from the code that was searched for, 0 to 2
     */
    public record Match(int index, StyleCode code, double distance) {}

    /** The search among some codes; a match names one by its index in the list. */
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
     * The search among codes that lie as bytes in one array, 20 levels a code.
     *
     * @throws IllegalArgumentException if the length is not a multiple of 20, or a level is not 0 to 63
     */
    public static NearestCodes among(byte[] levels) {
        if (levels.length % StyleCode.LENGTH != 0) {
            throw new IllegalArgumentException("there are " + levels.length + " bytes of levels; expected 20 a code");
        }
        for (byte level : levels) {
            Levels.require(level);
        }
        return new NearestCodes(levels.clone());
    }

    /** How many codes are searched. */
    public int size() {
        return levels.length / StyleCode.LENGTH;
    }

    /**
     * The codes nearest to one, the nearest first, of equally near ones that of the lower index.
     *
     * @param count how many at most
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

    /** The sum of the squared differences of 20 levels, 0 to 79380; or, once it reaches a limit, what it is by then. */
    private static int squaredDifference(byte[] levels, int offset, byte[] query, int limit) {
        int sum = ofFive(levels, offset, query, 0);
        for (int start = 5; start < StyleCode.LENGTH && sum < limit; start += 5) {
            sum += ofFive(levels, offset, query, start);
        }
        return sum;
    }

    /** Written out, since the compiler does not unroll so short a loop: a scan takes half the time. */
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

    /** Puts a code in its place among those found, over the farthest of them. */
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
