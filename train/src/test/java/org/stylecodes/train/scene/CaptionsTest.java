package org.stylecodes.train.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CaptionsTest {
    private static final List<SceneObject> ALL = List.of(SceneObject.values());
    private static final List<SceneStyle> STYLES =
            LongStream.range(0, 100).mapToObj(SceneStyle::of).toList();
    private static final Jitter STILL = new Jitter(0, 0, 1, true);

    @Test
    void plainCaptionNamesObjectGroundAndSky() {
        assertEquals(
                "a house on a hill at night",
                new SceneContent(List.of(SceneObject.HOUSE), Ground.HILL, Sky.MOON, STILL).caption());
    }

    @Test
    void plainCaptionOfTwoEqualObjectsCountsThem() {
        assertEquals(
                "two cacti",
                new SceneContent(List.of(SceneObject.CACTUS, SceneObject.CACTUS), Ground.NONE, Sky.NONE, STILL)
                        .caption());
    }

    @Test
    void plainCaptionOfTwoObjectsJoinsThemWithTheirArticles() {
        assertEquals(
                "a tree and an apple under the sun",
                new SceneContent(List.of(SceneObject.TREE, SceneObject.APPLE), Ground.NONE, Sky.SUN, STILL).caption());
    }

    @Test
    void everyWordOfEveryCaptionIsInTheWordList() {
        Set<String> words = new HashSet<>(Captions.words());
        IntStream.range(0, 5000).forEach(seed -> {
            String caption = caption(seed, .5);
            assertTrue(words.containsAll(Captions.words(caption)), caption);
        });
    }

    @Test
    void everyWordOfTheListOccursInSomeCaption() {
        Set<String> unseen = new HashSet<>(Captions.words());
        IntStream.range(0, 10_000).forEach(seed -> unseen.removeAll(Captions.words(caption(seed, .8))));
        assertEquals(Set.of(), unseen);
    }

    @Test
    void mostCaptionsNameTheObjectByItsCommonWord() {
        long named = IntStream.range(0, 2000)
                .filter(seed -> Captions.words(caption(seed, 0))
                        .contains(content(seed, 0).objects().get(0).word()))
                .count();
        assertTrue(named > 1650, named + " of 2000");
    }

    @Test
    void captionsHaveAtMost23Words() {
        int longest = IntStream.range(0, 10_000)
                .map(seed -> Captions.words(caption(seed, .8)).size())
                .max()
                .orElseThrow();
        assertTrue(longest <= 23, "longest has " + longest);
    }

    @Test
    void sixInTenCaptionsSayTheFamilyOfTheColours() {
        SceneStyle dark = STYLES.stream()
                .filter(style -> style.family() == PaletteFamily.DARK)
                .findFirst()
                .orElseThrow();
        long said = IntStream.range(0, 2000)
                .filter(seed -> content(seed, 0)
                        .caption(dark, new SplittableRandom(seed))
                        .contains("dark"))
                .count();
        assertEquals(1200, said, 100);
    }

    @Test
    void sceneOfThreeObjectsIsRefused() {
        List<SceneObject> three = ALL.subList(0, 3);
        assertThrows(IllegalArgumentException.class, () -> new SceneContent(three, Ground.NONE, Sky.NONE, STILL));
    }

    private static SceneContent content(int seed, double pairProbability) {
        return SceneContent.random(new SplittableRandom(seed), ALL, pairProbability);
    }

    private static String caption(int seed, double pairProbability) {
        SplittableRandom random = new SplittableRandom(seed + 1_000_000L);
        return content(seed, pairProbability).caption(STYLES.get(seed % 100), random);
    }
}
