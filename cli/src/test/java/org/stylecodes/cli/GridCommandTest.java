package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;

class GridCommandTest {
    @Test
    void everyStyleIsARowAndEveryPromptAColumn(@TempDir Path folder) {
        String file = folder.resolve("sheet.png").toString();
        ProgramRun run = ProgramRun.ofModel(
                "grid",
                "--prompt",
                "a cat",
                "--prompt",
                "a boat",
                "--style",
                "RIgP_58waM-Dx3A5idNo",
                "--style",
                ProgramRun.IMAGES + "photo.jpg",
                "--steps",
                "1",
                "--size",
                "64x64",
                "--seed",
                "1",
                "-o",
                file);
        assertEquals(new ProgramRun(0, file + "\n", ""), run);
        Picture sheet = Pictures.read(Path.of(file));
        assertTrue(sheet.width() > 3 * 128, sheet.toString()); // the reference and two pictures, and labels
        assertTrue(sheet.height() > 2 * 128 && sheet.height() < 3 * 128, sheet.toString());
    }

    @Test
    void theUserIsWarnedOfLettersThatTheSheetCannotShow(@TempDir Path folder) {
        String file = folder.resolve("sheet.png").toString();
        ProgramRun run = ProgramRun.ofModel(
                "grid", "--prompt", "a \u0378", "--steps", "1", "--size", "64x64", "--seed", "1", "-o", file);
        assertEquals(
                new ProgramRun(
                        0,
                        file + "\n",
                        "no font on this machine has the letters \u0378, so the sheet shows boxes in their place; install"
                                + " a font that has them, such as one of the Noto fonts (and fontconfig on Linux)\n"),
                run);
    }

    @Test
    void aSeedThatTheProgramChoseIsReported(@TempDir Path folder) {
        Path first = folder.resolve("first.png");
        ProgramRun run = ProgramRun.ofModel(
                "grid", "--prompt", "a cat", "--steps", "1", "--size", "64x64", "-o", first.toString());
        assertTrue(run.err().matches("drawn with --seed \\d+\n"), run.err());
        Path second = folder.resolve("second.png");
        String seed = run.err().strip().replaceAll("\\D+", "");
        ProgramRun.ofModel(
                "grid",
                "--prompt",
                "a cat",
                "--steps",
                "1",
                "--size",
                "64x64",
                "--seed",
                seed,
                "-o",
                second.toString());
        assertEquals(Pictures.read(first), Pictures.read(second));
    }

    @Test
    void aWeightIsRefusedBecauseNothingIsMixed() {
        ProgramRun.of("grid", "--prompt", "a cat", "--style", "RIgP_58waM-Dx3A5idNo::2")
                .misused("a style in a grid cannot have a weight, because each style is a row of its own;"
                        + " 'stylecodes code mix' makes one code of several");
    }

    @Test
    void aGridNeedsAPrompt() {
        ProgramRun.of("grid").misused("Missing required option: '--prompt=PROMPT'");
    }
}
