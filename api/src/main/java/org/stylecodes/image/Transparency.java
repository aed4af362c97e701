package org.stylecodes.image;

/** What becomes of a picture's alpha channel, since a {@link Picture} has none. */
public enum Transparency {
    /** The picture lies on white paper, as a viewer shows it: {@code round((255 (255 - alpha) + sample alpha) / 255)}. */
    OVER_WHITE {
        @Override
        int flatten(int sample, int alpha) {
            int sum = 255 * (255 - alpha) + sample * alpha + 128;
            return ((sum >> 8) + sum) >> 8; // division by 255, rounded, exact for 16 bits
        }
    },

    /** Alpha is ignored and hidden colours show, as in the published Python release. For comparing with it, not for people. */
    DROPPED {
        @Override
        int flatten(int sample, int alpha) {
            return sample;
        }
    };

    /** The opaque sample (0..255) that a sample and an alpha (both 0..255) become. */
    abstract int flatten(int sample, int alpha);
}
