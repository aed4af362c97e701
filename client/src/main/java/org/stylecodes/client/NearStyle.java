package org.stylecodes.client;

/**
 * A style of the gallery and its distance from a code.
 *
 * @param style the style in the gallery
 * @param distance the distance between the codes, 0 (equal codes) to 2
 */
public record NearStyle(StudioStyle style, double distance) {}
