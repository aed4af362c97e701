package org.stylecodes.train.illustration.folder;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.train.drawing.Hand;
import org.stylecodes.train.illustration.IllustratedPicture;
import org.stylecodes.train.illustration.IllustratedStyle;
import org.stylecodes.train.illustration.Illustrator;

/**
 * Which styles and pictures a folder holds.
 *
 * @param seed the seed of the first style, 0 to 2,000,000,000; the others have the seeds after it. Seeds from {@link #FOR_JUDGING} on are
 *     kept for judging, so a selection has either only such seeds or none
 * @param styles how many styles, 2 to 1,000,000
 * @param pictures how many pictures of each style, 2 to 1,000
 * @param size the width and height of a picture in pixels, a multiple of 16 from 16 to 1,024
 * @param heldOut what to judge on; null for styles of the hands and treatments of training
 */
public record StyleSelection(
        long seed,
        int styles,
        int pictures,
        int size,
        @Nullable HeldOut heldOut) {
    /** The first seed that is kept for judging. */
    public static final long FOR_JUDGING = 3_000_000;

    private static final int MAX_SEED = 2_000_000_000;
    private static final int MAX_STYLES = 1_000_000;
    private static final int MAX_PICTURES = 1_000;
    private static final int MAX_SIZE = 1_024;

    /**
     * Checks the values.
     *
     * @throws InvalidRequestException if one is out of range
     */
    public StyleSelection {
        require(seed >= 0 && seed <= MAX_SEED, "the seed is " + seed + "; expected 0 to " + MAX_SEED);
        require(
                styles >= 2 && styles <= MAX_STYLES,
                "the number of styles is " + styles + "; expected 2 to " + MAX_STYLES);
        require(
                pictures >= 2 && pictures <= MAX_PICTURES,
                "the number of pictures of a style is " + pictures + "; expected 2 to " + MAX_PICTURES);
        require(
                size >= 16 && size <= MAX_SIZE && size % 16 == 0,
                "the size is " + size + "; expected a multiple of 16 from 16 to " + MAX_SIZE);
        require(
                heldOut == null || seed >= FOR_JUDGING,
                "the seed is " + seed + "; expected " + FOR_JUDGING
                        + " or more, because these pictures are for judging");
        require(
                seed >= FOR_JUDGING || seed + styles <= FOR_JUDGING,
                styles + " styles from the seed " + seed + " reach into the seeds from " + FOR_JUDGING
                        + " on, which are kept for judging; choose a smaller seed or fewer styles");
    }

    private static void require(boolean fits, String message) {
        if (!fits) {
            throw new InvalidRequestException(message);
        }
    }

    /** How many pictures there are in all. */
    public long total() {
        return (long) styles * pictures;
    }

    /** Whether the styles may be of this hand. */
    public boolean uses(Hand hand) {
        return hand.heldOut() == (heldOut == HeldOut.HANDS);
    }

    /**
     * The style of a number.
     *
     * @param number 0 to {@code styles - 1}
     * @throws InvalidRequestException if the pack has no suitable hand
     */
    IllustratedStyle style(Illustrator illustrator, int number) {
        if (heldOut == HeldOut.HANDS) {
            return illustrator.heldOutStyle(seed + number);
        }
        return heldOut == HeldOut.NEON ? illustrator.neonStyle(seed + number) : illustrator.style(seed + number);
    }

    /** A picture of a style, by its index from 0. */
    IllustratedPicture picture(Illustrator illustrator, IllustratedStyle style, int index) {
        return heldOut == HeldOut.CELLS ? illustrator.drawHeldOutCells(style, index) : illustrator.draw(style, index);
    }

    /** The name of a style's folder, such as {@code 0000007-noto-cross-stitch}. */
    static String name(IllustratedStyle style) {
        // The hand's id comes from the pack, so it must not lead out of the folder.
        String hand = style.hand().id().replaceAll("[^A-Za-z0-9]+", "-");
        return String.format(Locale.ROOT, "%07d-%s-%s", style.seed(), hand, word(style.treatment()));
    }

    /** A constant in lower case, with hyphens. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
