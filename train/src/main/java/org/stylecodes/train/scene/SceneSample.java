package org.stylecodes.train.scene;

import java.util.List;
import java.util.SplittableRandom;
import org.stylecodes.image.Picture;

/**
 * One picture of a data set with everything that is known of it.
 *
 * @param number its number among the pictures of its style
 * @param seed decides the chance inside textures
 */
public record SceneSample(SceneStyle style, int number, SceneContent content, String caption, long seed) {

    /**
     * The picture of a number in a style; the same arguments give the same sample.
     *
     * @param pairProbability how often a scene shows two objects, from 0 to 1
     */
    public static SceneSample of(SceneStyle style, int number, List<SceneObject> allowed, double pairProbability) {
        SplittableRandom random = new SplittableRandom(new SplittableRandom(style.id()).nextLong() + number);
        SceneContent content = SceneContent.random(random, allowed, pairProbability);
        String caption = content.caption(style, random);
        return new SceneSample(style, number, content, caption, random.nextLong());
    }

    /** Draws it, {@code size} x {@code size} pixels. */
    public Picture render(int size) {
        return SceneRenderer.render(style, content, seed, size);
    }
}
