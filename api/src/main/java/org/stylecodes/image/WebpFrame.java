package org.stylecodes.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.stylecodes.image.vp8.Vp8;

/**
 * The picture of a WebP file, or the first of an animation.
 *
 * @param placement where it lies on the canvas
 * @param alpha the alpha channel of a lossy picture, or null
 * @param image the chunk VP8 of a lossy picture, VP8L of a lossless one
 */
record WebpFrame(FramePlacement placement, @Nullable WebpChunk alpha, WebpChunk image) {
    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";
    private static final String EXTENDED = "VP8X";
    private static final String ANIMATED = "ANMF";
    private static final int ANIMATED_HEADER = 16;

    static WebpFrame first(byte[] file) throws IOException {
        WebpChunk first = WebpChunk.require(file, WebpChunk.HEADER, file.length, LOSSY, LOSSLESS, EXTENDED);
        if (!first.is(EXTENDED)) {
            return new WebpFrame(new FramePlacement(0, 0, width(first), height(first)), null, first);
        }
        first.requireLength(10);
        int width = 1 + Bytes.littleEndian24(file, first.start() + 4);
        int height = 1 + Bytes.littleEndian24(file, first.start() + 7);
        int next = first.start() + first.length();
        WebpChunk image = WebpChunk.require(file, next, file.length, LOSSY, LOSSLESS, ANIMATED);
        if (!image.is(ANIMATED)) {
            return within(new FramePlacement(0, 0, width, height), file, next, file.length);
        }
        image.requireLength(ANIMATED_HEADER);
        int left = 2 * Bytes.littleEndian24(file, image.start());
        int top = 2 * Bytes.littleEndian24(file, image.start() + 3);
        int inside = image.start() + ANIMATED_HEADER;
        return within(new FramePlacement(left, top, width, height), file, inside, image.start() + image.length());
    }

    private static WebpFrame within(FramePlacement placement, byte[] file, int from, int to) throws IOException {
        WebpChunk image = WebpChunk.require(file, from, to, LOSSY, LOSSLESS);
        if (placement.left() + width(image) > placement.width()
                || placement.top() + height(image) > placement.height()) {
            throw new IOException("the picture is larger than its canvas");
        }
        return new WebpFrame(placement, WebpChunk.find(file, from, image.start(), "ALPH"), image);
    }

    private static int width(WebpChunk image) throws IOException {
        return image.is(LOSSY) ? Vp8.width(image.bytes()) : Vp8l.width(image);
    }

    private static int height(WebpChunk image) throws IOException {
        return image.is(LOSSY) ? Vp8.height(image.bytes()) : Vp8l.height(image);
    }

    Picture decode(String name, ReadOptions options) throws IOException {
        options.requireAllowed(placement.width(), placement.height(), name);
        return placement.onCanvas(picture(options.transparency()), options.transparency());
    }

    private Picture picture(Transparency transparency) throws IOException {
        int width = width(image);
        int height = height(image);
        if (image.is(LOSSLESS)) {
            BufferedImage decoded = Vp8l.image(image.bytes());
            return Picture.owning(width, height, PixelSamples.rgb(decoded, transparency));
        }
        byte[] rgb = Vp8.rgb(image.bytes());
        if (alpha != null) {
            byte[] opacity = WebpAlpha.decode(alpha, width, height);
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (byte) transparency.flatten(rgb[i] & 255, opacity[i / 3] & 255);
            }
        }
        return Picture.owning(width, height, rgb);
    }
}
