package org.stylecodes.image.vp8;

import java.io.IOException;

/** Decodes key frames of VP8. All methods may be called from several threads. */
public final class Vp8 {
    private Vp8() {}

    /**
     * The width of a frame in pixels, from its header alone.
     *
     * @param frame the data of a WebP file's chunk {@code VP8}
     * @throws IOException if it is not a key frame
     */
    public static int width(byte[] frame) throws IOException {
        return FrameHeader.Size.of(frame).width();
    }

    /**
     * The height of a frame in pixels, from its header alone.
     *
     * @param frame as in {@link #width}
     * @throws IOException if it is not a key frame
     */
    public static int height(byte[] frame) throws IOException {
        return FrameHeader.Size.of(frame).height();
    }

    /**
     * The samples of a frame: unsigned bytes of shape (height, width, 3), RGB.
     *
     * @param frame as in {@link #width}
     * @throws IOException if it is not a key frame, or ends too early
     */
    public static byte[] rgb(byte[] frame) throws IOException {
        return new FrameDecoder(FrameHeader.read(frame)).decode();
    }
}
