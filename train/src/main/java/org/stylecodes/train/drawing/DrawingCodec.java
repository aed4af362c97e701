package org.stylecodes.train.drawing;

/**
 * Compresses the pixels of one drawing. In reading order, each pixel's opacity is coded in the context of the opacities around it. Its
 * colour is coded as that of a neighbour or as one met lately, or else as its difference from a prediction. Opacity is kept to 64 levels
 * and a colour to within {@code tolerance} of 255, which the eye does not see.
 *
 * <p>Writing and reading are one description, driven by a {@link BitCoder} that writes or reads. A codec is used once; the static methods
 * are thread-safe.
 */
final class DrawingCodec {
    private static final int LEVELS = 64;
    private static final int ACTIVITIES = 8;

    // Where the contexts of each decision begin.
    private static final int SOLID = 0; // whether a pixel is opaque, and then whether it is transparent
    private static final int LEVEL = SOLID + 2 * 729;
    private static final int AS_LEFT = LEVEL + 36 * LEVELS;
    private static final int AS_UP = AS_LEFT + 256;
    private static final int AS_RIGHT = AS_UP + 64;
    private static final int AS_RECENT = AS_RIGHT + 16;
    private static final int RESIDUAL = AS_RECENT + 16;
    private static final int RESIDUAL_SIZE = 64;
    private static final int CONTEXTS = RESIDUAL + 3 * ACTIVITIES * 6 * RESIDUAL_SIZE;

    private final BitCoder coder;
    private final int side;
    private final int tolerance;
    private final int stride; // the planes have a border of two pixels, so that every pixel has neighbours
    private final int[] alpha;
    private final int[] colour; // of transparent pixels too, for the next pixels to be compared with
    private final int[] recent = new int[8];

    private DrawingCodec(BitCoder coder, int side, int tolerance) {
        this.coder = coder;
        this.side = side;
        this.tolerance = tolerance;
        stride = side + 4;
        alpha = new int[stride * (side + 2)];
        colour = new int[alpha.length];
    }

    /**
     * Compresses a drawing.
     *
     * @param argb the pixels, row by row, not premultiplied
     * @param tolerance by how much of 255 a channel may differ afterwards
     */
    static byte[] encode(int[] argb, int side, int tolerance) {
        BitCoder.Writer writer = BitCoder.writer(CONTEXTS);
        new DrawingCodec(writer, side, tolerance).code(argb);
        return writer.finish();
    }

    /** Returns the pixels of a drawing that {@link #encode} compressed with the same side and tolerance. */
    static int[] decode(byte[] data, int offset, int length, int side, int tolerance) {
        int[] argb = new int[side * side];
        new DrawingCodec(BitCoder.reader(CONTEXTS, data, offset, length), side, tolerance).code(argb);
        return argb;
    }

    // Replaces the pixels by what a reader gets. When reading, it does not matter what they were.
    private void code(int[] argb) {
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int wanted = argb[y * side + x];
                int p = (y + 2) * stride + x + 2;
                alpha[p] = codeAlpha(p, wanted >>> 24);
                if (alpha[p] == 0) {
                    colour[p] = alpha[p - 1] > 0 || alpha[p - stride] == 0 ? colour[p - 1] : colour[p - stride];
                    argb[y * side + x] = 0;
                } else {
                    colour[p] = codeColour(p, wanted & 0xffffff);
                    argb[y * side + x] = alpha[p] << 24 | colour[p];
                }
            }
        }
    }

    private int codeAlpha(int p, int wanted) {
        int context = kind(alpha[p - 1])
                + 3 * kind(alpha[p - stride])
                + 9 * kind(alpha[p - stride - 1])
                + 27 * kind(alpha[p - stride + 1])
                + 81 * kind(alpha[p - 2])
                + 243 * kind(alpha[p - 2 * stride]);
        int level = (wanted * (LEVELS - 1) + 127) / 255;
        if (coder.bit(SOLID + 2 * context, level == LEVELS - 1 ? 1 : 0) == 1) {
            return 255;
        }
        if (coder.bit(SOLID + 2 * context + 1, level == 0 ? 1 : 0) == 1) {
            return 0;
        }
        int around = LEVEL + LEVELS * (6 * sixth(alpha[p - 1]) + sixth(alpha[p - stride]));
        int node = 1;
        for (int bit = 5; bit >= 0; bit--) {
            node = node << 1 | coder.bit(around + node, level >> bit & 1);
        }
        return ((node & LEVELS - 1) * 255 + (LEVELS - 1) / 2) / (LEVELS - 1);
    }

    private int codeColour(int p, int wanted) {
        int left = colour[p - 1];
        int up = colour[p - stride];
        int right = colour[p - stride + 1];
        boolean solid = alpha[p] == 255;
        int pattern = (left == up ? 1 : 0)
                | (left == colour[p - stride - 1] ? 2 : 0)
                | (up == right ? 4 : 0)
                | (left == colour[p - 2] ? 8 : 0)
                | (up == colour[p - 2 * stride] ? 16 : 0)
                | (solid ? 32 : 0)
                | (alpha[p - 1] == 255 ? 64 : 0)
                | (alpha[p - stride] == 255 ? 128 : 0);
        if (coder.bit(AS_LEFT + pattern, near(p, wanted, left)) == 1) {
            return left;
        }
        if (up != left && coder.bit(AS_UP + (pattern >> 2), near(p, wanted, up)) == 1) {
            return met(up);
        }
        if (right != up && right != left && coder.bit(AS_RIGHT + (pattern >> 4), near(p, wanted, right)) == 1) {
            return met(right);
        }
        for (int r = 0; r < recent.length; r++) {
            int candidate = recent[r];
            if (candidate != left
                    && candidate != up
                    && candidate != right
                    && coder.bit(AS_RECENT + (solid ? 8 : 0) + r, near(p, wanted, candidate)) == 1) {
                return met(candidate);
            }
        }
        return codeLiteral(p, wanted);
    }

    // Whether a colour may stand for the wanted one. The fainter the pixel, the less its colour matters.
    private int near(int p, int wanted, int other) {
        int allowed = tolerance * 255 + 127;
        return Math.abs(red(wanted) - red(other)) * alpha[p] <= allowed
                        && Math.abs(green(wanted) - green(other)) * alpha[p] <= allowed
                        && Math.abs(blue(wanted) - blue(other)) * alpha[p] <= allowed
                ? 1
                : 0;
    }

    // Moves a colour to the front of the recent ones.
    private int met(int found) {
        int place = 0;
        while (place < recent.length - 1 && recent[place] != found) {
            place++;
        }
        System.arraycopy(recent, 0, recent, 1, place);
        recent[0] = found;
        return found;
    }

    private int codeLiteral(int p, int wanted) {
        int left = colour[p - 1];
        int up = colour[p - stride];
        int corner = colour[p - stride - 1];
        int right = colour[p - stride + 1];
        int activity = Math.abs(green(left) - green(corner))
                + Math.abs(green(up) - green(corner))
                + Math.abs(green(up) - green(right));
        int bucket = Math.min(ACTIVITIES - 1, bits(activity)) * 6;
        int expected = median(green(left), green(up), green(corner));
        int green = residual(bucket, green(wanted), expected);
        int surprise = Math.min(5, bits(Math.abs(green - expected)));

        // At the edge between two colours, the other channels lie between them as far as green does.
        int low = left;
        int high = left;
        for (int other : new int[] {up, corner, right}) {
            low = green(other) < green(low) ? other : low;
            high = green(other) > green(high) ? other : high;
        }
        int range = green(high) - green(low);
        int expectedRed;
        int expectedBlue;
        if (range < 12) {
            expectedRed = green + median(red(left) - green(left), red(up) - green(up), red(corner) - green(corner));
            expectedBlue = green + median(blue(left) - green(left), blue(up) - green(up), blue(corner) - green(corner));
        } else {
            double share = Math.max(-.3, Math.min(1.3, (green - green(low)) / (double) range));
            expectedRed = (int) Math.round(red(low) + share * (red(high) - red(low)));
            expectedBlue = (int) Math.round(blue(low) + share * (blue(high) - blue(low)));
        }
        int red = residual(ACTIVITIES * 6 + bucket + surprise, red(wanted), clamp(expectedRed));
        int blue = residual(2 * ACTIVITIES * 6 + bucket + surprise, blue(wanted), clamp(expectedBlue));
        return red << 16 | green << 8 | blue;
    }

    // Codes a channel as the number of steps from what is expected: whether there is any, the sign, the number of bits,
    // the bits.
    private int residual(int group, int wanted, int expected) {
        int step = 2 * tolerance + 1;
        int difference = wanted - expected;
        int steps = (Math.abs(difference) + tolerance) / step;
        int context = RESIDUAL + group * RESIDUAL_SIZE;
        if (coder.bit(context, steps == 0 ? 1 : 0) == 1) {
            return expected;
        }
        int negative = coder.bit(context + 1, difference < 0 ? 1 : 0);
        int length = 1;
        while (length < 8 && coder.bit(context + 1 + length, bits(steps) > length ? 1 : 0) == 1) {
            length++;
        }
        int value = 1;
        for (int bit = length - 2; bit >= 0; bit--) {
            value = value << 1 | coder.bit(context + 8 + 7 * (length - 2) + bit, steps >> bit & 1);
        }
        return clamp(expected + (negative == 1 ? -value : value) * step);
    }

    private static int kind(int alpha) {
        return alpha == 0 ? 0 : alpha == 255 ? 2 : 1;
    }

    private static int sixth(int alpha) {
        return alpha == 0 ? 0 : alpha == 255 ? 5 : 1 + alpha / 64;
    }

    private static int bits(int value) {
        return 32 - Integer.numberOfLeadingZeros(value);
    }

    private static int red(int colour) {
        return colour >> 16 & 0xff;
    }

    private static int green(int colour) {
        return colour >> 8 & 0xff;
    }

    private static int blue(int colour) {
        return colour & 0xff;
    }

    private static int clamp(int value) {
        return Math.max(0, Math.min(255, value));
    }

    // The median of left, up and left + up - corner, the predictor of JPEG-LS.
    private static int median(int left, int up, int corner) {
        int low = Math.min(left, up);
        int high = Math.max(left, up);
        return corner >= high ? low : corner <= low ? high : left + up - corner;
    }
}
