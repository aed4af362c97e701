package org.stylecodes.train.illustration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.drawing.DrawingPack;
import org.stylecodes.train.illustration.setting.Place;
import org.stylecodes.train.illustration.treatment.Treatment;

class IllustratorTest {
    private static final int SIZE = 64;
    private static DrawingPack pack;
    private static Illustrator illustrator;

    @BeforeAll
    static void openPack(@TempDir Path folder) {
        pack = TinyPack.in(folder);
        illustrator = new Illustrator(pack, SIZE);
    }

    private static List<IllustratedPicture> pictures(Illustrator from, LongStream seeds) {
        return seeds.mapToObj(seed -> from.draw(from.style(seed), (int) (seed % 7)))
                .toList();
    }

    @Test
    void pictureFollowsFromSeedAndIndexWhateverTheThreads() {
        List<IllustratedPicture> one = pictures(illustrator, LongStream.range(0, 60));
        List<IllustratedPicture> many =
                pictures(new Illustrator(pack, SIZE), LongStream.range(0, 60).parallel());
        for (int i = 0; i < 60; i++) {
            assertArrayEquals(one.get(i).rgb(), many.get(i).rgb(), "picture " + i);
            assertEquals(one.get(i).caption(), many.get(i).caption());
        }
    }

    @Test
    void picturesAreTheSameOnEveryMachine() {
        CRC32 checksum = new CRC32();
        for (Treatment treatment : Treatment.values()) {
            IllustratedStyle style = illustrator.styleOf(12, treatment);
            for (int index = 0; index < 4; index++) {
                checksum.update(illustrator.draw(style, index).rgb());
            }
        }
        assertEquals("651bdda8", Long.toHexString(checksum.getValue()));
    }

    @Test
    void picturesOfAStyleDiffer() {
        IllustratedStyle style = illustrator.style(3);
        assertFalse(Arrays.equals(
                illustrator.draw(style, 0).rgb(), illustrator.draw(style, 1).rgb()));
    }

    @Test
    void trainingNeverShowsHeldOutCellsHandsOrNeon() {
        Set<Content> shown = new HashSet<>();
        Illustrator small = new Illustrator(pack, 16);
        for (long seed = 0; seed < 400; seed++) {
            IllustratedStyle style = small.style(seed);
            assertFalse(style.hand().heldOut());
            assertNotEquals(Treatment.NEON, style.treatment());
            for (Content content : small.draw(style, 0).contents()) {
                assertFalse(HeldOutCells.contains(content, style.hand()), content.id());
                shown.add(content);
            }
        }
        assertTrue(shown.size() > 30, "nearly all contents are shown: " + shown.size());
    }

    @Test
    void heldOutCellsCanBeDrawnAlone() {
        IllustratedStyle style = illustrator.styleOf(1, Treatment.PLAIN);
        for (int index = 0; index < 20; index++) {
            for (Content content : illustrator.drawHeldOutCells(style, index).contents()) {
                assertTrue(HeldOutCells.contains(content, style.hand()));
            }
        }
    }

    @Test
    void aTenthOfCellsIsHeldOut() {
        long held = IntStream.range(0, 5000)
                .mapToObj(i -> new Content(Integer.toHexString(0x1f300 + i), "thing", List.of(), "objects"))
                .filter(content -> HeldOutCells.contains(content, TinyPack.COLOURED))
                .count();
        assertEquals(500, held, 70);
    }

    @Test
    void heldOutStylesUseHeldOutHandsOnly() {
        for (long seed = 3_000_000; seed < 3_000_050; seed++) {
            IllustratedStyle style = illustrator.heldOutStyle(seed);
            assertEquals(TinyPack.UNSEEN, style.hand());
            assertNotEquals(Treatment.NEON, style.treatment());
        }
    }

    @Test
    void neonIsDrawnByHandsOfTraining() {
        IllustratedStyle style = illustrator.neonStyle(5);
        assertEquals(Treatment.NEON, style.treatment());
        assertFalse(style.hand().heldOut());
        assertEquals(Treatment.NEON, illustrator.draw(style, 0).treatment());
    }

    @Test
    void drawingsInOneColourAreSparedFromTreatmentsThatDestroyThem() {
        for (long seed = 0; seed < 300; seed++) {
            IllustratedStyle style = illustrator.style(seed);
            assertTrue(!style.hand().oneColour() || style.treatment().suitsOneColour(), style.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Treatment.class, mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
    void treatmentChangesThePicture(Treatment treatment) {
        IllustratedStyle drawn = illustrator.styleOf(9, treatment);
        IllustratedStyle plain = new IllustratedStyle(
                drawn.seed(), drawn.hand(), Treatment.PLAIN, drawn.palette(), drawn.backdrop(), drawn.terrain());
        double difference = difference(
                illustrator.draw(drawn, 0).rgb(), illustrator.draw(plain, 0).rgb());
        assertTrue(difference > 2, "mean difference of levels: " + difference);
    }

    @ParameterizedTest
    @EnumSource(Treatment.class)
    void thingStandsOutFromTheBackdrop(Treatment treatment) {
        Illustrator large = new Illustrator(pack, 128);
        for (long seed = 0; seed < 10; seed++) {
            IllustratedStyle style = large.styleOf(seed, treatment);
            byte[] rgb = large.drawContent(style, pack.contents().get(0), 0)
                    .orElseThrow()
                    .rgb();
            assertTrue(spread(rgb) > 12, "deviation of levels with seed " + seed + ": " + spread(rgb));
        }
    }

    private static double difference(byte[] one, byte[] other) {
        return IntStream.range(0, one.length)
                .map(i -> Math.abs((one[i] & 255) - (other[i] & 255)))
                .average()
                .orElseThrow();
    }

    private static double spread(byte[] rgb) {
        double mean =
                IntStream.range(0, rgb.length).map(i -> rgb[i] & 255).average().orElseThrow();
        return Math.sqrt(IntStream.range(0, rgb.length)
                .mapToDouble(i -> ((rgb[i] & 255) - mean) * ((rgb[i] & 255) - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void captionsHoldNoWordOutsideTheVocabulary() {
        Set<String> words = new HashSet<>(illustrator.vocabulary().words());
        Illustrator small = new Illustrator(pack, 16);
        for (long seed = 0; seed < 1500; seed++) {
            IllustratedStyle style = seed % 5 == 0 ? small.neonStyle(seed) : small.style(seed);
            String caption = small.draw(style, 1).caption();
            assertTrue(words.containsAll(Vocabulary.split(caption)), caption);
            assertFalse(caption.contains("100%"), caption);
        }
    }

    @Test
    void mostPicturesShowOneThingAndAQuarterAPlace() {
        Illustrator small = new Illustrator(pack, 16);
        List<IllustratedPicture> pictures = new ArrayList<>();
        for (long seed = 0; seed < 150; seed++) {
            IllustratedStyle style = small.styleOf(seed, Treatment.PLAIN);
            for (int index = 0; index < 20; index++) {
                pictures.add(small.draw(style, index));
            }
        }
        double total = pictures.size();
        assertEquals(
                .85,
                pictures.stream()
                                .filter(p -> p.contents().size() == 1 && p.number() == 1)
                                .count()
                        / total,
                .03);
        assertEquals(
                .13, pictures.stream().filter(p -> p.contents().size() == 2).count() / total, .03);
        assertEquals(.25, pictures.stream().filter(p -> !p.places().isEmpty()).count() / total, .03);
        Set<Place> places = new HashSet<>();
        pictures.forEach(picture -> places.addAll(picture.places()));
        assertEquals(Set.of(Place.values()), places);
    }

    @Test
    void abstractPictureShowsNoContent() {
        IllustratedStyle style = illustrator.style(11);
        IllustratedPicture picture = illustrator.abstractPicture(style, 0);
        assertEquals(List.of(), picture.contents());
        assertEquals("", picture.caption());
        assertTrue(spread(picture.rgb()) > 3);
    }

    @Test
    void sizeMustBeAMultipleOfSixteen() {
        assertThrows(IllegalArgumentException.class, () -> new Illustrator(pack, 100));
        assertThrows(IllegalArgumentException.class, () -> new Illustrator(pack, 0));
        Illustrator odd = new Illustrator(pack, 80);
        for (Treatment treatment : Treatment.values()) {
            assertEquals(80 * 80 * 3, odd.draw(odd.styleOf(2, treatment), 0).rgb().length);
        }
    }
}
