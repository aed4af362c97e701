package org.stylecodes.client;

import java.util.List;

/**
 * A picture that a studio stores. {@link StudioClient#png} downloads it. Immutable.
 *
 * @param id the id of the picture
 * @param width the width in pixels
 * @param height the height in pixels
 * @param palette its main colours, such as {@code #8090a0}
 */
public record StudioPicture(String id, int width, int height, List<String> palette) {
    /** Copies the palette. */
    public StudioPicture {
        palette = List.copyOf(palette);
    }
}
