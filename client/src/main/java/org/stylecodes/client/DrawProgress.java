package org.stylecodes.client;

/**
 * How far a request has come.
 *
 * @param picture the picture being drawn, the first being 1; 0 before it begins
 * @param pictures how many there will be
 * @param step of that picture last taken
 * @param steps how many each picture takes
 */
public record DrawProgress(int picture, int pictures, int step, int steps) {}
