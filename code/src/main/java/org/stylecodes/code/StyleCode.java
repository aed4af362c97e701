package org.stylecodes.code;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A style code: 20 levels of 0 to 63, written as 20 symbols of base64url. Immutable, compared by value, ordered by its
 * levels from first to last; safe to share between threads.
 *
 * <pre>{@code
 * StyleCode dusk = StyleCode.parse("RIgP_58waM-Dx3A5idNo");
 * StyleCode variant = dusk.vary(0.1, 238);
 * double apart = dusk.distance(variant);
 * }</pre>
 *
 * <p>The same code means another style to another model: share it as a {@link SharedCode}, which names its model. To
 * read what a person typed, in whatever form, use {@link CodeText#parse(String)}.
 */
public final class StyleCode implements Comparable<StyleCode> {
    /** How many symbols a code has. */
    public static final int LENGTH = 20;

    private final byte[] levels;

    private StyleCode(byte[] levels) {
        this.levels = levels;
    }

    /**
     * The code of 20 levels.
     *
     * @throws IllegalArgumentException if there are not 20, or one is not 0 to 63
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
     * The code nearest to 20 values; values outside -1 to 1 get the end stops.
     *
     * @throws IllegalArgumentException if there are not 20, or one is not a number
     */
    public static StyleCode ofValues(double... values) {
        requireLength(values.length, "values");
        return of(Arrays.stream(values).mapToInt(Levels::nearest).toArray());
    }

    /**
     * Reads the bare form: 20 symbols, {@code +} and {@code /} as {@code -} and {@code _}, white space around ignored.
     *
     * @throws InvalidCodeException if the text is anything else, a code in another form included
     */
    public static StyleCode parse(String text) {
        return CodeText.parse(text, CodeForm.BARE).code();
    }

    /**
     * Reads the 27 characters (28 with {@code =}) that the first release of StyleCodes writes: standard base64 of 20
     * bytes, each at most 63.
     *
     * @throws InvalidCodeException if the text is anything else, a code in another form included
     */
    public static StyleCode parseLegacy(String text) {
        return CodeText.parse(text, CodeForm.LEGACY).code();
    }

    /** A code whose levels are all equally likely: seldom a style that a model knows, see {@link CodeDistribution}. */
    public static StyleCode uniform(Random random) {
        return of(IntStream.generate(() -> random.nextInt(Levels.COUNT))
                .limit(LENGTH)
                .toArray());
    }

    /**
     * The weighted mean of codes: every level is floor(sum(w q) / sum(w) + 1/2).
     *
     * @throws IllegalArgumentException if there is nothing to mix, or the weights sum to 0 or to more than a double
     *     holds
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
     * The mix of this code with weight 1-t and another with weight t.
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
     * A neighbour of this code: normal noise is added to its 20 values. The same seed gives the same neighbour.
     *
     * @param amount standard deviation of the noise, in values (the whole range is 2); 0 gives this code
     * @throws IllegalArgumentException if the amount is negative or not finite
     */
    public StyleCode vary(double amount, long seed) {
        return vary(amount, new Random(seed));
    }

    /** As {@link #vary(double, long)}, with the next 20 normal numbers of a generator, for many neighbours of a seed. */
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

    /** The root mean square of the differences of the 20 values: 0 (the same code) to 2. */
    public double distance(StyleCode other) {
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            double difference = 2.0 * (levels[i] - other.levels[i]) / Levels.HIGHEST;
            sum += difference * difference;
        }
        return Math.sqrt(sum / LENGTH);
    }

    /** The level 0 to 63 of one symbol, the first being 0. */
    public int level(int index) {
        return levels[index];
    }

    /** The 20 levels, 0 to 63; a copy. */
    public int[] levels() {
        return IntStream.range(0, LENGTH).map(this::level).toArray();
    }

    /** The 20 values of the latent, -1 to 1; a copy. */
    public double[] values() {
        return IntStream.range(0, LENGTH)
                .mapToDouble(i -> Levels.value(levels[i]))
                .toArray();
    }

    /** The form of the first release, 27 characters; only the released checkpoint gives it the meaning it had there. */
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

    /** The bare form: 20 symbols of base64url. */
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
