package org.stylecodes.image;

/** How to treat the alpha channel of a picture file. A {@link Picture} has no alpha. */
public enum Transparency {
    /** Composites the picture over white, as viewers do: {@code round((255 (255 - alpha) + sample alpha) / 255)}. */
    OVER_WHITE {
        @Override
        int flatten(int sample, int alpha) {
            int sum = 255 * (255 - alpha) + sample * alpha + 128;
            return ((sum >> 8) + sum) >> 8; // rounded division by 255, exact for 16 bits
        }
    },

    /** Ignores alpha, so hidden colours show, as in the published Python release. Use it only for comparisons with that release. */
    DROPPED {
        @Override
        int flatten(int sample, int alpha) {
            return sample;
        }
    };

    /** Combines a sample and an alpha (both 0..255) into an opaque sample (0..255). */
    abstract int flatten(int sample, int alpha);
}
