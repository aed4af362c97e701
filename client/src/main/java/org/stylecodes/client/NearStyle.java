package org.stylecodes.client;

/**
 * A style of the gallery and how far it is from a code.
 *
 * @param style the style
 * @param distance between the codes, 0 for the same
 */
public record NearStyle(StudioStyle style, double distance) {}
