package org.stylecodes.client;

import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;

/**
 * A picture that a studio drew.
 *
 * @param id of the picture in the studio
 * @param seed that draws it alone
 * @param png the bytes of its file, which says how it was made
 */
public record DrawnPicture(String id, long seed, byte[] png) {
    /** Decodes the picture. */
    public Picture picture() {
        return Pictures.read(png);
    }
}
