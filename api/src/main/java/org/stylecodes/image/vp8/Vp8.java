package org.stylecodes.image.vp8;

import java.io.IOException;

/** Decodes VP8 key frames. Thread-safe. */
public final class Vp8 {
    private Vp8() {}

    /**
     * Reads the width of a frame in pixels from its header.
     *
     * @param frame the data of the chunk {@code VP8} in a WebP file
     * @throws IOException if the data is not a key frame
     */
    public static int width(byte[] frame) throws IOException {
        return FrameHeader.Size.of(frame).width();
    }

    /**
     * Reads the height of a frame in pixels from its header.
     *
     * @param frame the data of the chunk {@code VP8} in a WebP file
     * @throws IOException if the data is not a key frame
     */
    public static int height(byte[] frame) throws IOException {
        return FrameHeader.Size.of(frame).height();
    }

    /**
     * Decodes a frame to RGB samples: unsigned bytes of shape (height, width, 3).
     *
     * @param frame the data of the chunk {@code VP8} in a WebP file
     * @throws IOException if the data is not a key frame, or ends too early
     */
    public static byte[] rgb(byte[] frame) throws IOException {
        return new FrameDecoder(FrameHeader.read(frame)).decode();
    }
}
