package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.Guidance;
import org.stylecodes.GuidanceMode;
import org.stylecodes.Interval;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.WeightedStyle;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.notes.PictureNotes;

/** Draws pictures of version 0.1 again from their notes. The README beside them tells how they were made. */
class OlderPicturesTest {
    private static final Path PICTURES = Path.of("src/test/resources/v0.1");

    // Processors round differently. With SSE instructions instead of AVX2, one value in 10,000 differed by 1.
    private static final int LARGEST_DIFFERENCE = 3;
    private static final double MEAN_DIFFERENCE = 0.01;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"nano-plain.png", "nano-mixed.png"})
    void aPictureOfTheBuiltInModelIsDrawnAgain(String name) {
        assertDrawnAgain(name, ProgramRun.of(again(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.png", "options.png", "joint.png", "seeds.png", "seeds-2.png", "seeds-negative.png"})
    void aPictureOfAModelFolderIsDrawnAgain(String name) {
        assertDrawnAgain(name, ProgramRun.ofModel(again(name)));
    }

    @Test
    void aPictureThatStartedFromAnotherIsDrawnAgain() {
        String init = PICTURES.resolve("nano-plain.png").toString();
        assertDrawnAgain("init.png", ProgramRun.ofModel(again("init.png", "--init", init)));
        assertEquals(0.6, notes(PICTURES.resolve("init.png")).initStrength());
    }

    @Test
    void allPartsOfARequestAreReadBack() {
        PictureNotes notes = notes(PICTURES.resolve("options.png"));
        assertEquals("stylecodes", notes.model());
        Request request = notes.request();
        assertEquals("a cat, in a \"field\": tall grass", request.prompt());
        assertEquals("a dog, a fence", request.negative());
        assertEquals(
                List.of(
                        new WeightedStyle("stylecodes", StyleCode.parse("RIgP_58waM-Dx3A5idNo"), 3),
                        new WeightedStyle("stylecodes", StyleCode.parse("-IgP_58waM-Dx3A5idNo"), 1)),
                request.styles());
        assertEquals(0.7, request.strength());
        assertEquals(
                new Guidance(GuidanceMode.SEPARATE, 3.5, 1.5, new Interval(0.1, 0.9), new Interval(0.2, 0.8)),
                request.guidance());
        assertEquals(9, request.steps());
        assertEquals("euler_ancestral", request.sampler().id());
        assertEquals(new Size(72, 64), request.size());
        assertEquals(238, request.seed());
    }

    @ParameterizedTest
    @CsvSource({
        "seeds.png, 9007199254740993",
        "seeds-2.png, 9007199254740994",
        "seeds-negative.png, -9223372036854775807"
    })
    void aSeedOf64BitsIsReadBack(String name, long seed) {
        assertEquals(seed, notes(PICTURES.resolve(name)).request().seed());
    }

    private String[] again(String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "generate",
                "--from",
                PICTURES.resolve(name).toString(),
                "-o",
                folder.resolve(name).toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private void assertDrawnAgain(String name, ProgramRun run) {
        Path file = folder.resolve(name);
        assertEquals(new ProgramRun(0, file + "\n", ""), run);
        PictureNotes before = notes(PICTURES.resolve(name));
        PictureNotes after = notes(file);
        assertEquals(before.request(), after.request());
        assertEquals(before.initStrength(), after.initStrength());
        assertEquals(before.model(), after.model());
        assertNear(Pictures.read(PICTURES.resolve(name)), Pictures.read(file));
    }

    private static PictureNotes notes(Path file) {
        return PictureNotes.read(Pictures.readText(file));
    }

    private static void assertNear(Picture before, Picture after) {
        assertEquals(new Size(before.width(), before.height()), new Size(after.width(), after.height()));
        byte[] old = before.rgb();
        byte[] drawn = after.rgb();
        int largest = 0;
        long sum = 0;
        for (int i = 0; i < old.length; i++) {
            int difference = Math.abs((old[i] & 255) - (drawn[i] & 255));
            largest = Math.max(largest, difference);
            sum += difference;
        }
        double mean = (double) sum / old.length;
        assertTrue(
                largest <= LARGEST_DIFFERENCE && mean <= MEAN_DIFFERENCE,
                "the largest difference is " + largest + ", the mean one " + mean);
    }
}
