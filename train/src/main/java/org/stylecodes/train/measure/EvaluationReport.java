package org.stylecodes.train.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * The measures of a model on styles that it has not seen. The type of each measure explains its floor and ceiling.
 *
 * @param styles the number of styles drawn
 * @param pictures the number of pictures generated with a style
 * @param codeRetrieval how often the code of a style's second picture is nearest to that of its first; the ceiling is the retrieval with
 *     style values that are not rounded to levels
 * @param continuousRetrieval the same for these values
 * @param styleRetrieval how often a generated picture's own code is nearest to its reference's
 * @param objectAccuracy how often the judge names the prompted object in pictures with a style
 * @param plainObjectAccuracy the same for pictures without a style
 * @param leakage how often the judge names the reference's object when another object was prompted; lower is better, and there is no floor
 *     or ceiling
 * @param lightness closeness along L
 * @param hue closeness along a and b
 * @param texture closeness of edges
 * @param frechet Fréchet distances between the judge's features of generated and of real pictures
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
     * Names the measures of drawings in which another report is worse than the 95 % interval of this one. The Fréchet distance has no
     * interval and is left out, as are the measures of codes, which do not depend on how a model draws.
     */
    public List<String> worse(EvaluationReport other) {
        List<String> worse = new ArrayList<>();
        addIf(other.styleRetrieval.value() < styleRetrieval.low(), "style retrieval", worse);
        addIf(other.objectAccuracy.value() < objectAccuracy.low(), "object accuracy", worse);
        addIf(other.plainObjectAccuracy.value() < plainObjectAccuracy.low(), "object accuracy without a style", worse);
        addIf(other.leakage.value() > leakage.high(), "leakage", worse);
        addIf(other.lightness.value() > lightness.highest(), "lightness", worse);
        addIf(other.hue.value() > hue.highest(), "hue", worse);
        addIf(other.texture.value() > texture.highest(), "texture", worse);
        return worse;
    }

    private static void addIf(boolean condition, String name, List<String> names) {
        if (condition) {
            names.add(name);
        }
    }

    /**
     * Fréchet distances to the second real pictures of the first styles. The distance grows as sets get smaller, so all sets have the same
     * size, and those with a style have the same styles. The three distances can therefore be compared.
     *
     * @param value the distance of pictures generated in these styles, one of each
     * @param real the distance of the first real pictures of these styles, which no other distance is expected to fall below
     * @param plain the distance of pictures generated without a style
     * @param count the number of pictures in each set: the number of styles drawn or of pictures without a style, whichever is smaller
     */
    public record FrechetDistance(double value, double real, double plain, int count) {}
}
