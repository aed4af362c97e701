package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;

class DataCheckCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void makeDataSet() throws IOException {
        int grey = 0;
        for (String name : new String[] {"ink/a", "ink/b", "oil/a", "oil/b"}) {
            byte[] rgb = new byte[32 * 32 * 3];
            rgb[0] = (byte) ++grey;
            Pictures.writePng(Picture.of(32, 32, rgb), folder.resolve(name + ".png"));
            Files.writeString(folder.resolve(name + ".txt"), "a thing");
        }
    }

    @Test
    void aGoodDataSetIsListed() {
        assertEquals(
                new ProgramRun(0, "4 pictures in 2 styles, folders by style\n      2  ink\n      2  oil\n", ""),
                ProgramRun.of("data", "check", folder.toString()));
    }

    @Test
    void dataThatCannotBeTrainedOnEndsWithASentence() throws Exception {
        Files.write(folder.resolve("oil/b.txt"), new byte[] {(byte) 0xE9});
        ProgramRun run = ProgramRun.of("data", "check", folder.toString());
        assertEquals(1, run.exitCode());
        assertEquals(
                folder + " cannot be trained on: the caption of oil/b.png is neither UTF-8 nor UTF-16; save it as"
                        + " UTF-8\n",
                run.err());
    }

    @Test
    void badPicturesAreCountedAndDoNotFail() throws Exception {
        Files.createFile(folder.resolve("ink/empty.png"));
        Files.writeString(folder.resolve("ink/empty.txt"), "a thing");
        ProgramRun run = ProgramRun.of("data", "check", folder.toString());
        assertEquals(0, run.exitCode());
        assertTrue(run.out().endsWith("unreadable pictures: 1\n         ink/empty.png: is empty\n"), run.out());
    }

    @Test
    void smallestSetsWhatIsTiny() {
        assertTrue(ProgramRun.of("data", "check", folder.toString(), "--smallest", "33")
                .out()
                .contains("pictures with a side below 33 pixels: 4\n         ink/a.png (32x32)\n"));
    }

    @Test
    void aSmallestSideBelowOneIsAWrongCommandLine() {
        ProgramRun.of("data", "check", folder.toString(), "--smallest", "-5")
                .misused("--smallest is -5; expected 1 or more");
    }

    @Test
    void theReportIsWritten() throws Exception {
        Path page = folder.resolve("report.html");
        assertEquals(
                0,
                ProgramRun.of("data", "check", folder.toString(), "-o", page.toString())
                        .exitCode());
        assertTrue(Files.readString(page).contains("<h1>" + folder.getFileName() + "</h1>"));
    }

    @Test
    void aFolderThatDoesNotExistIsAWrongCommandLine() {
        Path none = folder.resolve("none");
        ProgramRun.of("data", "check", none.toString()).misused(none + ": there is no such folder");
    }
}
