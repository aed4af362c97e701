package org.stylecodes.train.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.image.Picture;

class SceneRendererTest {
    private static final SceneStyle STYLE = SceneStyle.of(7).withTexture(Texture.FLAT);

    @Test
    void sameSeedsGiveTheSamePixelsInAnyThread() {
        List<Integer> alone =
                IntStream.range(0, 60).mapToObj(SceneRendererTest::hash).toList();
        List<Integer> together = IntStream.range(0, 60)
                .parallel()
                .mapToObj(SceneRendererTest::hash)
                .toList();
        assertEquals(alone, together);
    }

    @Test
    void otherSeedsGiveOtherPictures() {
        Set<Integer> hashes = new HashSet<>();
        for (int seed = 0; seed < 60; seed++) {
            hashes.add(hash(seed));
        }
        assertEquals(60, hashes.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 200, 512})
    void drawsTheSameSceneAtEverySize(int size) {
        double[] mean = mean(pixels(SceneRenderer.render(STYLE, content(SceneObject.HOUSE), 1, size)));
        double[] expected = mean(pixels(SceneRenderer.render(STYLE, content(SceneObject.HOUSE), 1, 128)));
        assertArrayEquals(expected, mean, 1.5);
    }

    @ParameterizedTest
    @EnumSource(TextureKind.class)
    void everyTextureButFlatChangesManyPixelsButNotTheAverageMuch(TextureKind kind) {
        int[] flat = pixels(SceneRenderer.render(STYLE, content(SceneObject.CAT), 1, 128));
        SceneStyle textured = STYLE.withTexture(new Texture(kind, 8, .6, 1));
        int[] pixels = pixels(SceneRenderer.render(textured, content(SceneObject.CAT), 1, 128));
        long changed = IntStream.range(0, flat.length)
                .filter(i -> flat[i] != pixels[i])
                .count();
        assertEquals(kind != TextureKind.FLAT, changed > flat.length / 50);
        assertArrayEquals(mean(flat), mean(pixels), 45);
    }

    @ParameterizedTest
    @EnumSource(SceneObject.class)
    void everyObjectCoversMuchOfThePictureAndLooksLikeNoOther(SceneObject object) {
        int[] pixels = pixels(SceneRenderer.render(STYLE, content(object), 1, 128));
        assertTrue(share(pixels, STYLE.palette().sky()) < .85);
        for (SceneObject other : SceneObject.values()) {
            int[] others = pixels(SceneRenderer.render(STYLE, content(other), 1, 128));
            long differing = IntStream.range(0, pixels.length)
                    .filter(i -> pixels[i] != others[i])
                    .count();
            assertTrue(object == other || differing > pixels.length / 20, other.word());
        }
    }

    @ParameterizedTest
    @EnumSource(AbstractPicture.class)
    void abstractPicturesHaveTheColoursOfAScene(AbstractPicture kind) {
        double ofSame = 0;
        double ofOther = 0;
        for (int i = 0; i < 30; i++) {
            double[] abstractMean = mean(pixels(SceneRenderer.renderAbstract(SceneStyle.of(i), kind, i, 64)));
            ofSame += distance(abstractMean, mean(pixels(sample(i).render(64))));
            ofOther += distance(abstractMean, mean(pixels(sample(i + 1000).render(64))));
        }
        assertTrue(ofSame < .4 * ofOther, ofSame / ofOther + " of the distance to another style");
    }

    @Test
    void refusesASizeThatNoPictureHas() {
        assertThrows(IllegalArgumentException.class, () -> SceneRenderer.render(STYLE, content(SceneObject.CAT), 1, 8));
    }

    @Test
    void shiftedSceneDiffersFromTheUnshifted() {
        SceneContent content = content(SceneObject.CAR);
        SceneContent shifted =
                new SceneContent(content.objects(), content.ground(), content.sky(), new Jitter(5, 0, 1, true));
        assertNotEquals(SceneRenderer.render(STYLE, content, 1, 128), SceneRenderer.render(STYLE, shifted, 1, 128));
    }

    private static SceneContent content(SceneObject object) {
        return new SceneContent(List.of(object), Ground.NONE, Sky.NONE, new Jitter(0, 0, 1, true));
    }

    private static SceneSample sample(long style) {
        return SceneSample.of(SceneStyle.of(style), 0, List.of(SceneObject.values()), .3);
    }

    private static int hash(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SceneContent content = SceneContent.random(random, List.of(SceneObject.values()), .3);
        Picture scene = SceneRenderer.render(SceneStyle.of(seed), content, seed, 64);
        AbstractPicture kind = AbstractPicture.values()[seed % AbstractPicture.values().length];
        Picture other = SceneRenderer.renderAbstract(SceneStyle.of(seed), kind, seed, 64);
        return 31 * scene.hashCode() + other.hashCode();
    }

    private static int[] pixels(Picture picture) {
        return picture.toImage().getRGB(0, 0, picture.width(), picture.height(), null, 0, picture.width());
    }

    private static double share(int[] pixels, int rgb) {
        return Arrays.stream(pixels).filter(pixel -> (pixel & 0xffffff) == rgb).count() / (double) pixels.length;
    }

    private static double[] mean(int[] pixels) {
        return new double[] {
            Arrays.stream(pixels).map(Rgb::red).average().orElseThrow(),
            Arrays.stream(pixels).map(Rgb::green).average().orElseThrow(),
            Arrays.stream(pixels).map(Rgb::blue).average().orElseThrow()
        };
    }

    private static double distance(double[] a, double[] b) {
        return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]);
    }
}
