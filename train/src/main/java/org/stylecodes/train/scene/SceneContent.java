package org.stylecodes.train.scene;

import java.util.List;
import java.util.SplittableRandom;

/** What a scene shows, whatever its style: one or two objects (two equal ones are "two boats"), ground and sky. */
public record SceneContent(List<SceneObject> objects, Ground ground, Sky sky, Jitter jitter) {
    private static final double GROUND_SHARE = .75;
    private static final double SKY_SHARE = .6;
    private static final double EQUAL_PAIR_SHARE = .4;

    public SceneContent {
        objects = List.copyOf(objects);
        if (objects.isEmpty() || objects.size() > 2) {
            throw new IllegalArgumentException("a scene of " + objects.size() + " objects; expected one or two");
        }
    }

    /** A scene of one large object out of those allowed. */
    public static SceneContent random(SplittableRandom random, List<SceneObject> allowed) {
        return random(random, allowed, 0);
    }

    /** A scene of one large object or, with a probability from 0 to 1, of two small ones side by side. */
    public static SceneContent random(SplittableRandom random, List<SceneObject> allowed, double pairProbability) {
        List<SceneObject> objects = drawObjects(random, allowed, pairProbability);
        Ground ground = random.nextDouble() < GROUND_SHARE ? anyButFirst(Ground.values(), random) : Ground.NONE;
        Sky sky = random.nextDouble() < SKY_SHARE ? anyButFirst(Sky.values(), random) : Sky.NONE;
        return new SceneContent(objects, ground, sky, Jitter.draw(random));
    }

    /** The shortest caption: common words only, nothing about the style. */
    public String caption() {
        return Captions.plain(this);
    }

    /** A caption as a user might write it, with a word for the palette in 60 % of them; all its words are in {@link Captions#words}. */
    public String caption(SceneStyle style, SplittableRandom random) {
        return Captions.draw(this, style.family(), random);
    }

    private static List<SceneObject> drawObjects(
            SplittableRandom random, List<SceneObject> allowed, double pairProbability) {
        SceneObject first = any(allowed, random);
        if (random.nextDouble() >= pairProbability) {
            return List.of(first);
        }
        return List.of(first, random.nextDouble() < EQUAL_PAIR_SHARE ? first : any(allowed, random));
    }

    private static <T> T any(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> T anyButFirst(T[] values, SplittableRandom random) {
        return values[1 + random.nextInt(values.length - 1)];
    }
}
