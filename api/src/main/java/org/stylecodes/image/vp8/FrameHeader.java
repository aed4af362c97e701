package org.stylecodes.image.vp8;

import java.io.IOException;

/**
 * The frame header, which precedes the macroblocks (RFC 6386, section 9).
 *
 * @param width the width in pixels
 * @param height the height in pixels
 * @param segments the quantizers and filter levels
 * @param filter the settings of the loop filter
 * @param coefficients the probabilities of tokens: (block type, band, context, token)
 * @param skipProbability the probability in 1/256 that a macroblock has coefficients; below zero, all macroblocks have them
 * @param modes the decoder of the macroblocks' modes, positioned after the header
 * @param tokens the decoders of the coefficients; row y uses the decoder y modulo their number
 */
record FrameHeader(
        int width,
        int height,
        Segmentation segments,
        LoopFilter.Settings filter,
        int[] coefficients,
        int skipProbability,
        BoolDecoder modes,
        BoolDecoder[] tokens) {
    private static final int START = 10;

    static FrameHeader read(byte[] data) throws IOException {
        Size size = Size.of(data);
        int firstLength = (data[2] & 255) << 11 | (data[1] & 255) << 3 | (data[0] & 255) >> 5;
        if (firstLength > data.length - START) {
            throw new IOException("the first partition reaches beyond the end");
        }
        int tokenStart = START + firstLength;
        BoolDecoder in = new BoolDecoder(data, START, tokenStart);
        in.number(2); // colour space and clamping, which have only one value in use
        Segmentation.Reader segments = Segmentation.Reader.read(in);
        LoopFilter.Settings filter = LoopFilter.Settings.read(in);
        BoolDecoder[] tokens = tokens(data, tokenStart, 1 << in.number(2));
        Segmentation complete = segments.complete(in, filter.level());
        in.flag(); // whether the probabilities stay in effect after this frame
        int[] coefficients = coefficients(in);
        int skipProbability = in.flag() ? in.number(8) : -1;
        return new FrameHeader(size.width, size.height, complete, filter, coefficients, skipProbability, in, tokens);
    }

    /**
     * The size in a frame header.
     *
     * @param width the width in pixels
     * @param height the height in pixels
     */
    record Size(int width, int height) {
        static Size of(byte[] data) throws IOException {
            if (data.length < START) {
                throw new IOException("the frame has no header");
            }
            boolean key = (data[0] & 1) == 0;
            boolean shown = (data[0] & 16) != 0;
            boolean known = (data[0] >> 1 & 7) <= 3;
            if (!key || !shown || !known || data[3] != (byte) 0x9D || data[4] != 1 || data[5] != 0x2A) {
                throw new IOException("the frame is not a picture");
            }
            // The two bits above each size ask a video player to scale the frame. Still pictures ignore them.
            int width = (data[7] & 63) << 8 | data[6] & 255;
            int height = (data[9] & 63) << 8 | data[8] & 255;
            if (width == 0 || height == 0) {
                throw new IOException("the frame has no pixels");
            }
            return new Size(width, height);
        }
    }

    private static BoolDecoder[] tokens(byte[] data, int start, int count) throws IOException {
        int at = start + 3 * (count - 1); // after the lengths of all partitions except the last
        if (at >= data.length) {
            throw new IOException("the coefficients are missing");
        }
        BoolDecoder[] tokens = new BoolDecoder[count];
        for (int i = 0; i < count; i++) {
            int length = data.length - at;
            if (i < count - 1) {
                int entry = start + 3 * i;
                int claimed = (data[entry + 2] & 255) << 16 | (data[entry + 1] & 255) << 8 | data[entry] & 255;
                length = Math.min(length, claimed);
            }
            tokens[i] = new BoolDecoder(data, at, at + length);
            at += length;
        }
        return tokens;
    }

    private static int[] coefficients(BoolDecoder in) {
        int[] probabilities = Tables.COEFFICIENTS.clone();
        for (int i = 0; i < probabilities.length; i++) {
            if (in.read(Tables.COEFFICIENT_UPDATES[i])) {
                probabilities[i] = in.number(8);
            }
        }
        return probabilities;
    }
}
