package org.stylecodes.train.check;

import org.jspecify.annotations.Nullable;
import org.stylecodes.train.dataset.Caption;
import org.stylecodes.train.dataset.Example;

/**
 * What was found out about one picture.
 *
 * @param example the picture
 * @param caption how its caption was encoded
 * @param fault why the picture cannot be read, in a sentence that names it, or null if it can
 * @param width the width in pixels, or 0 if the picture cannot be read
 * @param height the height in pixels, or 0
 * @param content a fingerprint of the bytes of the file, equal for equal files, or an empty text
 * @param hash what the picture looks like, or null if it cannot be read
 */
record Examination(
        Example example,
        Caption.Encoding caption,
        @Nullable String fault,
        int width,
        int height,
        String content,
        @Nullable PictureHash hash) {
    static Examination unreadable(Example example, Caption.Encoding caption, String fault) {
        return new Examination(example, caption, fault, 0, 0, "", null);
    }

    boolean isReadable() {
        return fault == null;
    }
}
