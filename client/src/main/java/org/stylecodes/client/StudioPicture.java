package org.stylecodes.client;

import java.util.List;

/**
 * A picture that a studio keeps; {@link StudioClient#png} fetches it.
 *
 * @param id of the picture
 * @param width in pixels
 * @param height in pixels
 * @param palette its main colours, such as {@code #8090a0}
 */
public record StudioPicture(String id, int width, int height, List<String> palette) {
    /** Copies the palette. */
    public StudioPicture {
        palette = List.copyOf(palette);
    }
}
