package org.stylecodes.image.pixels;

/**
 * Samples in a rectangle, as decoders give them.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb unsigned bytes of shape (height, width, 3); not copied
 */
public record Pixels(int width, int height, byte[] rgb) {}
