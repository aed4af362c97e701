package org.stylecodes.image;

import org.jspecify.annotations.Nullable;

/**
 * A checked picture file without what a decoder does not need: comments, profiles, thumbnails and texts never reach the decoder, so they
 * can neither change its colours nor exhaust its memory.
 *
 * @param pixels a file of the same format with the same pixels
 * @param exif the EXIF block, a TIFF file, or null where there is none
 * @param inks what four channels mean, or null where the decoder itself knows the colours
 */
record EncodedPicture(
        byte[] pixels, byte @Nullable [] exif, @Nullable Inks inks) {
    static EncodedPicture plain(byte[] file) {
        return new EncodedPicture(file, null, null);
    }
}
