package org.stylecodes.train.scene;

import java.util.SplittableRandom;

/**
 * What is laid over a finished drawing.
 *
 * @param period distance of lines, dots or tiles in pixels of a 128x128 picture
 * @param strength from 0 (invisible) to 1
 * @param direction 0, 1 or 2: which way lines and gradients run
 */
public record Texture(TextureKind kind, int period, double strength, int direction) {
    /** No texture. */
    public static final Texture FLAT = new Texture(TextureKind.FLAT, 8, 0, 0);

    private static final double FLAT_SHARE = .65;
    private static final Range STRENGTH = Range.of(.35, .85);

    public Texture {
        if (period < 1 || !(strength >= 0 && strength <= 1) || direction < 0 || direction > 2) {
            throw new IllegalArgumentException("texture period " + period + ", strength " + strength + ", direction "
                    + direction + "; expected at least 1, 0 to 1, and 0 to 2");
        }
    }

    /** Flat in 65 % of draws, otherwise one of the other kinds. */
    static Texture draw(SplittableRandom random) {
        TextureKind[] kinds = TextureKind.values();
        boolean flat = random.nextDouble() < FLAT_SHARE;
        TextureKind kind = kinds[1 + random.nextInt(kinds.length - 1)];
        int period = random.nextInt(3) == 0 ? 16 : 8;
        Texture texture = new Texture(kind, period, STRENGTH.draw(random), random.nextInt(3));
        return flat ? FLAT : texture;
    }
}
