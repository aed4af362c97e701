package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.image.Pictures;
import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.drawing.DrawingPackWriter;
import org.stylecodes.train.drawing.Hand;

class DataIllustrationsCommandTest {
    @TempDir
    private Path folder;

    /** A pack of 20 squares of one hand. */
    private Path pack() {
        Path file = folder.resolve("squares.pack");
        Hand hand = new Hand("squares", "somebody", false, false, "CC0-1.0", "somebody");
        List<Content> contents = IntStream.range(0, 20)
                .mapToObj(i -> new Content(Integer.toHexString(0x1f400 + i), "fox", List.of(), "animals-nature"))
                .toList();
        int[] red = new int[24 * 24];
        Arrays.fill(red, 6 * 24, 18 * 24, 0xffd02010);
        DrawingPackWriter.write(file, 24, contents, List.of(hand), (content, by) -> Optional.of(red.clone()));
        return file;
    }

    private ProgramRun compose(Path pack, Path output, String... options) {
        List<String> all =
                new ArrayList<>(List.of("data", "illustrations", "--from", pack.toString(), "-o", output.toString()));
        all.addAll(List.of(options));
        return ProgramRun.of(all.toArray(String[]::new));
    }

    @Test
    void stylesAreComposedFromAPackAndContinued() throws IOException {
        Path pack = pack();
        Path styles = folder.resolve("styles");
        String[] options = {"--styles", "3", "--pictures", "2", "--size", "32", "--seed", "5", "--threads", "2"};
        ProgramRun run = compose(pack, styles, options);
        assertEquals("", run.err());
        assertTrue(
                run.out().matches("\\Q" + styles + "\\E: 3 styles, 6 pictures composed, [0-9.]+ a second\n"),
                run.out());
        List<String> lines = Files.readAllLines(styles.resolve("metadata.jsonl"));
        assertEquals(6, lines.size());
        assertTrue(lines.get(0).startsWith("{\"file\":\"0000005-squares-"), lines.get(0));
        String first = lines.get(0).substring(9, lines.get(0).indexOf('"', 9));
        assertEquals(32, Pictures.read(styles.resolve(first)).width());
        assertEquals(
                new ProgramRun(0, styles + ": 3 styles, 0 pictures composed, 6 pictures kept\n", ""),
                compose(pack, styles, options));
    }

    @Test
    void terminalShowsPicturesASecondInOneLine() {
        Path styles = folder.resolve("styles");
        ProgramRun run = ProgramRun.of(
                new Terminal(100),
                "data",
                "illustrations",
                "--from",
                pack().toString(),
                "-o",
                styles.toString(),
                "--styles",
                "2",
                "--pictures",
                "2",
                "--size",
                "16");
        assertTrue(run.err().contains("4 of 4 pictures, "), run.err());
        assertTrue(run.err().contains(" a second, 0:00 left"), run.err());
    }

    @Test
    void badValuesLeaveNothingBehind() {
        Path pack = pack();
        Path styles = folder.resolve("styles");
        compose(pack, styles, "--size", "100").misused("the size is 100; expected a multiple of 16 from 16 to 1024");
        compose(pack, styles, "--threads", "0").misused("--threads is 0; expected 1 to 1024");
        compose(pack, styles, "--held-out", "hands").misused("The pack of drawings has no hand that is held out.");
        assertFalse(Files.exists(styles));
    }

    @Test
    void damagedPackIsNamed() throws IOException {
        Path pack = pack();
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length - 1] ^= 1;
        Files.write(pack, bytes);
        compose(pack, folder.resolve("styles"))
                .failed(pack + ": is damaged: its SHA-256 differs from the one in its header; copy or make it again");
        assertFalse(Files.exists(folder.resolve("styles")));
    }

    @Test
    void foldersWithOtherFilesAreRefusedBeforeDrawingsAreFetched() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "important");
        ProgramRun.of("data", "illustrations", "-o", folder.toString())
                .misused(folder + " holds other files, such as thesis.txt; give a new or empty folder, or one that this"
                        + " command began");
        assertFalse(Files.exists(folder.resolveSibling("sources")));
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() {
        String output = folder.resolve("styles").toString();
        ProgramRun.of("data", "illustrations", "--from", "a.pack", "--pack", "b.pack", "-o", output)
                .misused(
                        "--from takes drawings from a pack, so nothing is fetched; leave out --pack, --sources, --source"
                                + " and --training-only");
        ProgramRun.of("data", "illustrations", "--from", "a.pack")
                .misused("--from composes styles; give the folder to write them to with -o DIR");
        ProgramRun.of("data", "illustrations", "--training-only", "--held-out", "hands", "-o", output)
                .misused("--training-only leaves out the hands that --held-out hands needs");
        ProgramRun.of("data", "illustrations", "--styles", "3")
                .misused("Error: Missing required argument(s): --output=DIR");
    }

    @Test
    void aSourceNeedsAFolderThatExists() {
        Path none = folder.resolve("none");
        ProgramRun.of("data", "illustrations", "--pack", folder + "/a.pack", "--source", "sy=" + none)
                .misused("--source sy: there is no folder " + none);
    }

    @Test
    void anUnknownSourceIsNamed() {
        ProgramRun.of("data", "illustrations", "--pack", folder + "/a.pack", "--source", "photos=" + folder)
                .misused("there is no source photos; expected one of [3d, emojione, emojione-monotone, fluent-emoji,"
                        + " fluent-emoji-flat, fluent-emoji-high-contrast, fxemoji, game-icons, icon-park, nm, noto,"
                        + " noto-v1, streamline-emojis, sy, twemoji]");
    }

    @Test
    void packOrOutputIsRequired() {
        ProgramRun.of("data", "illustrations")
                .misused("give -o DIR to compose styles, --pack FILE to keep drawings, or both");
    }
}
