package org.stylecodes.studio.store;

/**
 * A picture that a job drew.
 *
 * @param number of the picture, the first being 0
 * @param seed that draws it alone
 * @param picture the id of the picture
 */
public record JobResult(int number, long seed, String picture) {}
