package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Preset;
import org.stylecodes.Request;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.notes.PictureNotes;

class GenerateCommandTest {
    private static final String CODE = "-IgP_58waM-Dx3A5idNo";

    @TempDir
    private Path folder;

    @Test
    void picturesAreNumberedAndCanBeDrawnAgainFromTheirFiles() throws IOException {
        String first = folder.resolve("a cat.png").toString();
        ProgramRun run = ProgramRun.ofModel(
                "generate",
                "a cat",
                "--style",
                CODE + "::2",
                "--steps",
                "1",
                "--size",
                "64x64",
                "--count",
                "2",
                "-o",
                first);
        Path second = folder.resolve("a cat-2.png");
        assertEquals(new ProgramRun(0, first + "\n" + second + "\n", ""), run);

        Path again = folder.resolve("again.png");
        ProgramRun.ofModel("generate", "--from", second.toString(), "-o", again.toString());
        assertArrayEquals(Files.readAllBytes(second), Files.readAllBytes(again));
    }

    @Test
    void optionsReplacePartsOfTheRecordedRequest() {
        Path first = folder.resolve("first.png");
        Path second = folder.resolve("second.png");
        ProgramRun.ofModel("generate", "a cat", "--steps", "1", "--size", "64x64", "-o", first.toString());
        ProgramRun.ofModel(
                "generate",
                "--from",
                first.toString(),
                "a dog",
                "--seed",
                "7",
                "--style",
                CODE,
                "-o",
                second.toString());
        PictureNotes notes = PictureNotes.read(Pictures.readText(second));
        assertEquals("a dog", notes.request().prompt());
        assertEquals(7, notes.request().seed());
        assertEquals(1, notes.request().steps());
        assertEquals(CODE, notes.request().styles().get(0).code().toString());
    }

    @Test
    void aPresetReplacesTheRecordedSettingsAndOptionsReplaceThoseOfThePreset() {
        Path first = folder.resolve("first.png");
        Path second = folder.resolve("second.png");
        ProgramRun.ofModel(
                "generate", "a cat", "--steps", "2", "--guidance", "5", "--size", "64x64", "-o", first.toString());
        ProgramRun.ofModel(
                "generate",
                "--from",
                first.toString(),
                "--preset",
                "released",
                "--steps",
                "1",
                "-o",
                second.toString());
        Request request = PictureNotes.read(Pictures.readText(second)).request();
        assertEquals(Request.of("").preset(Preset.RELEASED).guidance(), request.guidance());
        assertEquals(0.9, request.strength());
        assertEquals(1, request.steps());
    }

    @Test
    void withoutASeedEveryPictureIsDifferent() {
        List<Long> seeds = new ArrayList<>();
        for (String name : List.of("first.png", "second.png")) {
            Path file = folder.resolve(name);
            ProgramRun.ofModel("generate", "a cat", "--steps", "1", "--size", "64x64", "-o", file.toString());
            seeds.add(PictureNotes.read(Pictures.readText(file)).request().seed());
        }
        assertNotEquals(seeds.get(0), seeds.get(1));
    }

    @Test
    void theUserIsWarnedOfWordsThatTheModelNeverLearned() {
        String file = folder.resolve("dragons.png").toString();
        ProgramRun run = ProgramRun.of("generate", "two dragons", "--steps", "1", "--count", "2", "-o", file);
        assertEquals(
                "nano1 has not learned the word \"dragons\", and may draw anything for it;"
                        + " 'stylecodes model info' lists the words that it knows\n",
                run.err());
        assertEquals(0, run.exitCode());
    }

    @Test
    void aHyphenWritesToStandardOutput() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(bytes, true));
        try {
            ProgramRun run = ProgramRun.ofModel("generate", "a cat", "--steps", "1", "--size", "64x64", "-o", "-");
            assertEquals(new ProgramRun(0, "", ""), run);
        } finally {
            System.setOut(console);
        }
        Picture picture = Pictures.read(bytes.toByteArray());
        assertEquals(64, picture.width());
    }

    @Test
    void withoutAPromptThereIsNothingToDraw() {
        ProgramRun.of("generate")
                .misused("there is nothing to draw; give a prompt, which may be empty (\"\"), or --from with a PNG that"
                        + " records its request");
    }

    @Test
    void anEmptyPromptIsDrawn() {
        String file = folder.resolve("any.png").toString();
        ProgramRun run = ProgramRun.ofModel("generate", "", "--steps", "1", "--size", "64x64", "-o", file);
        assertEquals(new ProgramRun(0, file + "\n", ""), run);
    }

    @Test
    void valuesOutOfRangeAreRefusedByName() {
        ProgramRun.of("generate", "a cat", "--strength", "1.5")
                .misused("the strength of the style is 1.5; expected 0 (no style) to 1 (all of it)");
        ProgramRun.of("generate", "a cat", "--size", "100000x100000")
                .misused("Invalid value for option '--size': the size is 100000x100000, which is too large; sides have"
                        + " at most 4096 pixels");
        ProgramRun.of("generate", "a cat", "--size", "big")
                .misused(
                        "Invalid value for option '--size': 'big' is not a size; expected WIDTHxHEIGHT, such as 512x512");
        ProgramRun.of("generate", "a cat", "--style-interval", "half")
                .misused(
                        "Invalid value for option '--style-interval': 'half' is not an interval; expected two fractions"
                                + " from 0 to 1, such as 0.2-0.8");
    }

    @Test
    void anUnknownSamplerIsRefusedWithTheKnownOnes() {
        String message =
                ProgramRun.of("generate", "a cat", "--sampler", "magic").err();
        assertTrue(
                message.startsWith(
                        "Invalid value for option '--sampler': there is no sampler \"magic\"; expected one of ddim,"),
                message);
    }

    @Test
    void outputThatCannotBeWrittenIsRefusedBeforeDrawing() {
        ProgramRun.of("generate", "a cat", "-o", "a.jpg")
                .misused("a.jpg: pictures are only written as PNG; give a name that ends in .png");
        ProgramRun.of("generate", "a cat", "-o", "-", "--count", "2")
                .misused("standard output takes one picture; give a file to write 2 pictures");
        ProgramRun.of("generate", "a cat", "-o", folder.toString())
                .misused(folder + " is a folder; give the name of a file in it");
        Path nowhere = folder.resolve("none");
        ProgramRun.of("generate", "a cat", "-o", nowhere.resolve("a.png").toString())
                .misused(nowhere.resolve("a.png") + ": there is no folder " + nowhere + "; create it first");
    }

    @Test
    void aSizeThatTheModelCannotDrawIsABadValue() {
        ProgramRun.ofModel("generate", "a cat", "--size", "60x64")
                .misused("the size is 60x64, but stylecodes draws multiples of 8; the nearest is 64x64");
    }

    @Test
    void aCodeOfAnotherModelIsABadValue() {
        ProgramRun.ofModel("generate", "a cat", "--style", "nano1:RIgP_58waM-Dx3A5idNomo")
                .misused(
                        "nano1:RIgP_58waM-Dx3A5idNomo is a code of the model nano1 and means nothing to stylecodes; use it"
                                + " with nano1, or take a code of stylecodes");
    }
}
