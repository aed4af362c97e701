package org.stylecodes.train.measure;

/**
 * What was measured of a model, on styles that it did not see; see each measure's own type for its floor and ceiling.
 *
 * @param styles drawn in
 * @param pictures generated with a style
 * @param codeRetrieval how often the code of the other picture of a style is the nearest to the first one's; its ceiling is
 *     what the numbers reach before they are rounded to levels
 * @param continuousRetrieval the same for those numbers
 * @param styleRetrieval how often a generated picture's own code is nearest to its reference's
 * @param objectAccuracy how often the judge names the prompted object where a style is given
 * @param plainObjectAccuracy the same where none is given
 * @param leakage how often it names the object of the reference instead of another that was prompted; its floor is how often
 *     it takes a real picture for a certain other object, its ceiling 1
 * @param lightness closeness along L
 * @param hue closeness along a and b
 * @param texture closeness of edges
 * @param frechet distance of the judge's features from those of real pictures
 */
public record Report(
        int styles,
        int pictures,
        Share codeRetrieval,
        Share continuousRetrieval,
        Share styleRetrieval,
        Share objectAccuracy,
        Share plainObjectAccuracy,
        Share leakage,
        Closeness lightness,
        Closeness hue,
        Closeness texture,
        FrechetDistance frechet) {
    /**
     * A Fréchet distance of generated pictures with styles to real pictures; it grows as sets get smaller.
     *
     * @param value of as many pictures as were generated
     * @param real of two sets of real pictures of the same styles, which none is expected to fall below
     * @param plain of the pictures that were generated without a style
     */
    public record FrechetDistance(double value, double real, double plain) {}
}
