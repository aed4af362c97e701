package org.stylecodes.studio.store;

import java.util.List;

/**
 * The description of a stored picture.
 *
 * @param id the SHA-256 of its PNG file, as 64 lower-case hexadecimal digits
 * @param width in pixels
 * @param height in pixels
 * @param palette up to 6 colours such as {@code #8090a0}, most frequent first
 */
public record PictureInfo(String id, int width, int height, List<String> palette) {
    public PictureInfo {
        palette = List.copyOf(palette);
    }
}
