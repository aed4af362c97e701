package org.stylecodes.studio.store;

/**
 * A picture that a job drew.
 *
 * @param number the number of the picture, starting at 0
 * @param seed the seed that draws this picture alone
 * @param picture the id of the picture
 */
public record JobResult(int number, long seed, String picture) {}
