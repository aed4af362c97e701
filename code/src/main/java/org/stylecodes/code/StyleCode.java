package org.stylecodes.code;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A style code: 20 levels, each 0 to 63, written as 20 symbols of base64url. Codes are immutable and thread-safe. They are compared by
 * value and ordered by their levels from first to last.
 *
 * <pre>{@code
 * StyleCode dusk = StyleCode.parse("RIgP_58waM-Dx3A5idNo");
 * StyleCode variant = dusk.vary(0.1, 238);
 * double apart = dusk.distance(variant);
 * }</pre>
 *
 * <p>A code means a different style to each model. To share a code, use {@link SharedCode}, which names its model. To read text that a
 * person typed, in any form, use {@link CodeText#parse(String)}.
 */
public final class StyleCode implements Comparable<StyleCode> {
    /** The number of symbols in a code. */
    public static final int LENGTH = 20;

    private final byte[] levels;

    private StyleCode(byte[] levels) {
        this.levels = levels;
    }

    /**
     * Creates the code with the given 20 levels.
     *
     * @throws IllegalArgumentException if there are not 20 levels, or one is not 0 to 63
     */
    public static StyleCode of(int... levels) {
        requireLength(levels.length, "levels");
        byte[] bytes = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            bytes[i] = (byte) Levels.require(levels[i]);
        }
        return new StyleCode(bytes);
    }

    /**
     * Returns the code nearest to the given 20 values. Values outside -1 to 1 get the lowest or highest level.
     *
     * @throws IllegalArgumentException if there are not 20 values, or one is NaN
     */
    public static StyleCode ofValues(double... values) {
        requireLength(values.length, "values");
        return of(Arrays.stream(values).mapToInt(Levels::nearest).toArray());
    }

    /**
     * Reads the bare form, 20 symbols. {@code +} and {@code /} are read as {@code -} and {@code _}. White space around the code is
     * ignored.
     *
     * @throws InvalidCodeException if the text is not a code in this form
     */
    public static StyleCode parse(String text) {
        return CodeText.parse(text, CodeForm.BARE).code();
    }

    /**
     * Reads the 27 characters (28 with {@code =}) that the first release of StyleCodes writes: standard base64 of 20 bytes, each at
     * most 63.
     *
     * @throws InvalidCodeException if the text is not a code in this form
     */
    public static StyleCode parseLegacy(String text) {
        return CodeText.parse(text, CodeForm.LEGACY).code();
    }

    /**
     * Draws a code whose levels are uniformly distributed. It is seldom a style that a model knows. To draw styles, use
     * {@link CodeDistribution}.
     */
    public static StyleCode uniform(Random random) {
        return of(IntStream.generate(() -> random.nextInt(Levels.COUNT))
                .limit(LENGTH)
                .toArray());
    }

    /**
     * Returns the weighted mean of codes. Every level is floor(sum(w q) / sum(w) + 1/2).
     *
     * @throws IllegalArgumentException if there are no codes, or the sum of the weights is 0 or overflows
     */
    public static StyleCode mix(List<WeightedCode> parts) {
        double total = 0;
        for (WeightedCode part : parts) {
            total += part.weight();
        }
        if (!(total > 0) || !Double.isFinite(total * Levels.HIGHEST)) {
            throw new IllegalArgumentException("the weights of " + parts.size() + " codes sum to " + total
                    + "; a mix needs at least one weight above 0");
        }
        int[] mixed = new int[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double sum = 0;
            for (WeightedCode part : parts) {
                sum += part.weight() * part.code().levels[i];
            }
            mixed[i] = (int) Math.floor(sum / total + 0.5);
        }
        return of(mixed);
    }

    /**
     * Mixes this code with weight 1-t and another code with weight t.
     *
     * @param t 0 for this code, 1 for the other
     * @throws IllegalArgumentException if t is not 0 to 1
     */
    public StyleCode interpolate(StyleCode other, double t) {
        if (!(t >= 0 && t <= 1)) {
            throw new IllegalArgumentException("t is " + t + "; expected 0 (this code) to 1 (the other)");
        }
        return mix(List.of(new WeightedCode(this, 1 - t), new WeightedCode(other, t)));
    }

    /**
     * Returns a random neighbour of this code by adding normal noise to its 20 values. The same seed gives the same neighbour.
     *
     * @param amount the standard deviation of the noise, in values (their range is 2 wide); 0 returns an equal code
     * @throws IllegalArgumentException if the amount is negative or not finite
     */
    public StyleCode vary(double amount, long seed) {
        return vary(amount, new Random(seed));
    }

    /**
     * Returns a random neighbour of this code, using the next 20 Gaussian numbers of a generator. Call it repeatedly to draw many
     * neighbours from one seed.
     *
     * @param amount the standard deviation of the noise, in values (their range is 2 wide); 0 returns an equal code
     * @throws IllegalArgumentException if the amount is negative or not finite
     */
    public StyleCode vary(double amount, Random random) {
        if (!(amount >= 0 && Double.isFinite(amount))) {
            throw new IllegalArgumentException("the amount is " + amount + "; expected 0 or more");
        }
        double[] varied = values();
        for (int i = 0; i < LENGTH; i++) {
            varied[i] += amount * random.nextGaussian();
        }
        return ofValues(varied);
    }

    /** Returns the root mean square of the differences of the 20 values, 0 (equal codes) to 2. */
    public double distance(StyleCode other) {
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            double difference = 2.0 * (levels[i] - other.levels[i]) / Levels.HIGHEST;
            sum += difference * difference;
        }
        return Math.sqrt(sum / LENGTH);
    }

    /** Returns the level, 0 to 63, of the symbol at an index from 0 to 19. */
    public int level(int index) {
        return levels[index];
    }

    /** Returns a copy of the 20 levels, each 0 to 63. */
    public int[] levels() {
        return IntStream.range(0, LENGTH).map(this::level).toArray();
    }

    /** Returns a copy of the 20 values of the style latent, each -1 to 1. */
    public double[] values() {
        return IntStream.range(0, LENGTH)
                .mapToDouble(i -> Levels.value(levels[i]))
                .toArray();
    }

    /** Returns the 27 characters of the form of the first release. The style is the same there only for the released checkpoint. */
    public String toLegacy() {
        return LegacyForm.write(levels);
    }

    @Override
    public int compareTo(StyleCode other) {
        return Arrays.compare(levels, other.levels);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StyleCode code && Arrays.equals(levels, code.levels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(levels);
    }

    /** Returns the bare form, 20 symbols of base64url. */
    @Override
    public String toString() {
        return IntStream.range(0, LENGTH)
                .mapToObj(i -> String.valueOf(Alphabet.symbol(levels[i])))
                .collect(Collectors.joining());
    }

    void copyLevels(byte[] target, int offset) {
        System.arraycopy(levels, 0, target, offset, LENGTH);
    }

    private static void requireLength(int length, String what) {
        if (length != LENGTH) {
            throw new IllegalArgumentException("there are " + length + " " + what + "; a code has " + LENGTH);
        }
    }
}
