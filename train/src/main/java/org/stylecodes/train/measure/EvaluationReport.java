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
 * @param leakage how often it names the object of the reference instead of another that was prompted, the fewer the better; it has
 *     no floor and no ceiling
 * @param lightness closeness along L
 * @param hue closeness along a and b
 * @param texture closeness of edges
 * @param frechet distance of the judge's features from those of real pictures
 */
public record EvaluationReport(
        int styles,
        int pictures,
        Proportion codeRetrieval,
        Proportion continuousRetrieval,
        Proportion styleRetrieval,
        Proportion objectAccuracy,
        Proportion plainObjectAccuracy,
        Proportion leakage,
        Closeness lightness,
        Closeness hue,
        Closeness texture,
        FrechetDistance frechet) {
    /**
     * Fréchet distances to the second real pictures of the first styles. They grow as sets get smaller, so all sets here have
     * one size, and those with a style are of the same styles: three distances that can be compared.
     *
     * @param value of pictures generated in those styles, one of each
     * @param real of the first real pictures of those styles, which none is expected to fall below
     * @param plain of pictures that were generated without a style
     * @param count pictures in each set: as many as there are styles drawn in, or pictures without a style where those are fewer
     */
    public record FrechetDistance(double value, double real, double plain, int count) {}
}
