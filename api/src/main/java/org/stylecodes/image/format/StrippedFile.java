package org.stylecodes.image.format;

import org.jspecify.annotations.Nullable;

/**
 * A checked picture file without the parts that a decoder does not need. Comments, profiles, thumbnails and texts never reach the
 * decoder, so they can neither change the colours nor exhaust the memory.
 *
 * @param pixels a file of the same format with the same pixels
 * @param exif the EXIF block, which is a TIFF file; null if there is none
 * @param inks the meaning of four channels; null if the decoder itself converts the colours
 */
public record StrippedFile(
        byte[] pixels, byte @Nullable [] exif, @Nullable Inks inks) {
    /** Wraps a file from which nothing was removed. */
    public static StrippedFile plain(byte[] file) {
        return new StrippedFile(file, null, null);
    }
}
