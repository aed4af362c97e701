package org.stylecodes.image.webp;

import java.io.IOException;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;
import org.stylecodes.image.format.Bytes;
import org.stylecodes.image.format.DecodeOptions;
import org.stylecodes.image.pixels.FramePlacement;
import org.stylecodes.image.pixels.ImageSamples;
import org.stylecodes.image.pixels.Pixels;
import org.stylecodes.image.vp8.Vp8;

/**
 * The picture in a WebP file, or the first frame of an animation.
 *
 * @param placement the position of the frame on the canvas
 * @param alpha the alpha channel of a lossy picture; null if there is none
 * @param image the chunk VP8 of a lossy picture, or VP8L of a lossless one
 */
public record WebpFrame(FramePlacement placement, @Nullable WebpChunk alpha, WebpChunk image) {
    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";
    private static final String EXTENDED = "VP8X";
    private static final String ANIMATED = "ANMF";
    private static final int ANIMATED_HEADER = 16;

    /**
     * Finds the picture, or the first frame of an animation.
     *
     * @throws IOException if the file is damaged
     */
    public static WebpFrame first(byte[] file) throws IOException {
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

    /**
     * Decodes the frame onto its canvas.
     *
     * @throws IOException if the frame is damaged
     */
    public Pixels decode(DecodeOptions options) throws IOException {
        options.requireAllowed(placement.width(), placement.height());
        return placement.onCanvas(frame(options.flatten()), options.background());
    }

    private Pixels frame(IntBinaryOperator flatten) throws IOException {
        int width = width(image);
        int height = height(image);
        if (image.is(LOSSLESS)) {
            return new Pixels(width, height, ImageSamples.rgb(Vp8l.image(image.bytes()), flatten));
        }
        byte[] rgb = Vp8.rgb(image.bytes());
        if (alpha != null) {
            byte[] opacity = WebpAlpha.decode(alpha, width, height);
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (byte) flatten.applyAsInt(rgb[i] & 255, opacity[i / 3] & 255);
            }
        }
        return new Pixels(width, height, rgb);
    }
}
