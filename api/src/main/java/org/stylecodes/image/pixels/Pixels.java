package org.stylecodes.image.pixels;

/**
 * A rectangle of samples, as decoders return it.
 *
 * @param width the width in pixels
 * @param height the height in pixels
 * @param rgb unsigned bytes of shape (height, width, 3); not copied
 */
public record Pixels(int width, int height, byte[] rgb) {}
