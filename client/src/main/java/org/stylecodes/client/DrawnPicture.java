package org.stylecodes.client;

import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;

/**
 * A picture that a studio drew.
 *
 * @param id the id of the picture in the studio
 * @param seed the seed that draws only this picture
 * @param png the bytes of its PNG file, which records how it was made
 */
public record DrawnPicture(String id, long seed, byte[] png) {
    /** Decodes the picture. */
    public Picture picture() {
        return Pictures.read(png);
    }
}
