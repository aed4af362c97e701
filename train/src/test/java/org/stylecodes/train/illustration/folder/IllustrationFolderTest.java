package org.stylecodes.train.illustration.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.image.Pictures;
import org.stylecodes.train.data.PictureFolder;
import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.drawing.DrawingPack;
import org.stylecodes.train.illustration.HeldOutCells;
import org.stylecodes.train.illustration.IllustratedPicture;
import org.stylecodes.train.illustration.Illustrator;
import org.stylecodes.train.illustration.TinyPack;

class IllustrationFolderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StyleSelection SIX = new StyleSelection(0, 6, 3, 32, null);
    private static DrawingPack pack;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void openPack(@TempDir Path folder) {
        pack = TinyPack.in(folder);
    }

    private static IllustrationFolder.Summary write(Path folder, StyleSelection selection, int threads) {
        return IllustrationFolder.write(folder, pack, selection, threads, (pictures, total) -> {});
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static List<JsonNode> lines(Path folder) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("metadata.jsonl"))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void bytesAreTheSameWhateverTheThreads() throws IOException {
        Path one = temporary.resolve("one");
        Path many = temporary.resolve("many");
        assertEquals(new IllustrationFolder.Summary(18, 0), write(one, SIX, 1));
        write(many, SIX, 4);
        assertEquals(files(one), files(many));
        assertEquals(6 * (3 + 1) + 3, files(one).size());
    }

    @Test
    void trainingReadsStylesAndCaptions() {
        Path folder = temporary.resolve("styles");
        write(folder, SIX, 2);
        Illustrator illustrator = new Illustrator(pack, 32);
        PictureFolder read = PictureFolder.read(folder, 32);
        assertEquals(6, read.styles());
        for (int style = 0; style < 6; style++) {
            assertEquals(3, read.pictures(style));
            for (int index = 0; index < 3; index++) {
                IllustratedPicture drawn = illustrator.draw(illustrator.style(style), index);
                assertEquals(drawn.caption(), read.caption(style, index));
                assertArrayEquals(drawn.rgb(), read.whole(style, index).rgb());
            }
        }
    }

    @Test
    void linesTellWhatPicturesShow() throws IOException {
        Path folder = temporary.resolve("styles");
        write(folder, SIX, 2);
        Illustrator illustrator = new Illustrator(pack, 32);
        JsonNode line = lines(folder).get(4);
        IllustratedPicture drawn = illustrator.draw(illustrator.style(1), 1);
        String hand = illustrator.style(1).hand().id();
        String treatment = StyleSelection.word(drawn.treatment());
        assertEquals("0000001-" + hand + "-" + treatment, line.get("style").asText());
        assertEquals(
                line.get("style").asText() + "/001.png", line.get("file_name").asText());
        assertEquals(line.get("file"), line.get("file_name"));
        assertEquals(drawn.caption(), line.get("text").asText());
        assertEquals(hand, line.get("hand").asText());
        assertEquals(treatment, line.get("treatment").asText());
        assertEquals(drawn.number(), line.get("number").asInt());
        assertEquals(drawn.contents().size(), line.get("contents").size());
        assertEquals(
                drawn.contents().get(0).label(), line.get("contents").get(0).asText());
        assertEquals(drawn.places().size(), line.get("places").size());
    }

    @Test
    void completeStylesAreKeptAndOthersAreComposedAgain() throws IOException {
        Path folder = temporary.resolve("styles");
        write(folder, SIX, 2);
        Map<String, String> before = files(folder);
        String kept = lines(folder).get(0).get("file").asText();
        Path broken = folder.resolve(lines(folder).get(3).get("style").asText());
        Path lost = folder.resolve(lines(folder).get(6).get("file").asText());
        byte[] marked = Pictures.png(Pictures.read(folder.resolve(kept)), Map.of("mark", "kept"));
        Files.write(folder.resolve(kept), marked);
        Files.delete(broken.resolve("pictures.jsonl"));
        Files.writeString(broken.resolve(".002.png.1234.part"), "half");
        Files.writeString(folder.resolve(".metadata.jsonl.1234.part"), "half");
        Files.delete(lost);
        assertEquals(new IllustrationFolder.Summary(6, 12), write(folder, SIX, 2));
        assertArrayEquals(marked, Files.readAllBytes(folder.resolve(kept)));
        Map<String, String> after = files(folder);
        after.put(kept, String.valueOf(before.get(kept)));
        assertEquals(before, after);
    }

    @Test
    void moreStylesAreAdded() throws IOException {
        Path grown = temporary.resolve("grown");
        Path whole = temporary.resolve("whole");
        write(grown, SIX, 1);
        StyleSelection ten = new StyleSelection(0, 10, 3, 32, null);
        assertEquals(new IllustrationFolder.Summary(12, 18), write(grown, ten, 1));
        write(whole, ten, 1);
        assertEquals(files(whole), files(grown));
    }

    @Test
    void otherOptionsAreRefusedAndChangeNothing() throws IOException {
        Path folder = temporary.resolve("styles");
        write(folder, SIX, 2);
        Map<String, String> before = files(folder);
        refused(folder, new StyleSelection(0, 6, 3, 48, null), "the size 32, now 48");
        refused(folder, new StyleSelection(1, 6, 3, 32, null), "the seed 0, now 1");
        refused(folder, new StyleSelection(0, 6, 4, 32, null), "the number of pictures of a style 3, now 4");
        assertEquals(
                folder + " was begun with 6 styles, now 5; ask for at least as many, or write to another folder",
                assertThrows(
                                InvalidRequestException.class,
                                () -> write(folder, new StyleSelection(0, 5, 3, 32, null), 1))
                        .getMessage());
        assertEquals(before, files(folder));
    }

    private static void refused(Path folder, StyleSelection selection, String difference) {
        assertEquals(
                folder + " was begun with " + difference
                        + "; use the same options to continue it, or write to another folder",
                assertThrows(InvalidRequestException.class, () -> write(folder, selection, 1))
                        .getMessage());
    }

    @Test
    void otherFilesAreRefusedAndStay() throws IOException {
        Files.writeString(temporary.resolve("thesis.txt"), "important");
        assertEquals(
                temporary
                        + " holds other files, such as thesis.txt; give a new or empty folder, or one that this command"
                        + " began",
                assertThrows(InvalidRequestException.class, () -> write(temporary, SIX, 1))
                        .getMessage());
        assertEquals(Set.of("thesis.txt"), files(temporary).keySet());
        Path file = temporary.resolve("thesis.txt");
        assertEquals(
                file + " is a file; give the name of a folder",
                assertThrows(InvalidRequestException.class, () -> write(file, SIX, 1))
                        .getMessage());
    }

    @Test
    void damagedRecordIsNamed() throws IOException {
        Files.writeString(temporary.resolve("illustrations.json"), "{\"program\": ");
        InvalidRequestException refused = assertThrows(InvalidRequestException.class, () -> write(temporary, SIX, 1));
        assertTrue(refused.getMessage().contains("illustrations.json: is damaged ("), refused.getMessage());
    }

    @Test
    void failureToWriteLosesNothing() throws IOException {
        Path whole = temporary.resolve("whole");
        Path folder = temporary.resolve("styles");
        write(whole, SIX, 1);
        String style = lines(whole).get(9).get("style").asText();
        Files.createDirectory(folder);
        // A folder that is not empty cannot be replaced by a file.
        Files.createDirectories(folder.resolve(style).resolve("001.png").resolve("taken"));
        FolderRecord record = FolderRecord.of(pack.digest(), SIX);
        IllustrationFolder.write(folder.resolve("illustrations.json"), record.json());
        EnvironmentException failed = assertThrows(EnvironmentException.class, () -> write(folder, SIX, 1));
        assertTrue(failed.getMessage().startsWith("cannot write " + folder.resolve(style)), failed.getMessage());
        assertFalse(Files.exists(folder.resolve("metadata.jsonl")));
        Files.delete(folder.resolve(style).resolve("001.png").resolve("taken"));
        Files.delete(folder.resolve(style).resolve("001.png"));
        assertEquals(new IllustrationFolder.Summary(9, 9), write(folder, SIX, 1));
        assertEquals(files(whole), files(folder));
    }

    @Test
    void interruptedWorkIsContinued() throws IOException {
        Path whole = temporary.resolve("whole");
        Path folder = temporary.resolve("styles");
        write(whole, SIX, 1);
        Thread caller = Thread.currentThread();
        assertThrows(
                CancelledException.class,
                () -> IllustrationFolder.write(folder, pack, SIX, 1, (pictures, total) -> caller.interrupt()));
        assertTrue(Thread.interrupted());
        write(folder, SIX, 1);
        assertEquals(files(whole), files(folder));
    }

    @Test
    void progressEndsWithTheTotal() {
        List<Long> composed = new ArrayList<>();
        IllustrationFolder.write(temporary.resolve("styles"), pack, SIX, 3, (pictures, total) -> {
            composed.add(pictures);
            assertEquals(18, total);
        });
        assertEquals(List.of(3L, 6L, 9L, 12L, 15L, 18L), composed);
    }

    @Test
    void heldOutPartsShowOnlyWhatTrainingNeverShows() throws IOException {
        Path hands = temporary.resolve("hands");
        write(hands, new StyleSelection(3_000_000, 4, 2, 32, HeldOut.HANDS), 1);
        lines(hands).forEach(line -> assertEquals("unseen", line.get("hand").asText()));
        String notice = Files.readString(hands.resolve("NOTICE.txt"));
        assertTrue(
                notice.contains("unseen (for judging only, not for training)\n  Author: a third\n  Licence: CC0-1.0"));
        assertFalse(notice.contains("coloured"));
        Path neon = temporary.resolve("neon");
        write(neon, new StyleSelection(3_000_000, 4, 2, 32, HeldOut.NEON), 1);
        lines(neon).forEach(line -> assertEquals("neon", line.get("treatment").asText()));
        assertTrue(Files.readString(neon.resolve("NOTICE.txt")).contains("\ncoloured\n  Author: somebody\n"));
        StyleSelection cells = new StyleSelection(3_000_000, 2, 8, 32, HeldOut.CELLS);
        Illustrator illustrator = new Illustrator(pack, 32);
        for (int index = 0; index < 8; index++) {
            var style = cells.style(illustrator, 1);
            for (Content content : cells.picture(illustrator, style, index).contents()) {
                assertTrue(HeldOutCells.contains(content, style.hand()));
            }
        }
    }

    @Test
    void recordNamesPackAndOptions() throws IOException {
        Path folder = temporary.resolve("styles");
        StyleSelection neon = new StyleSelection(3_000_000, 2, 2, 32, HeldOut.NEON);
        write(folder, neon, 1);
        assertEquals(
                FolderRecord.of(pack.digest(), neon), FolderRecord.read(folder).orElseThrow());
        JsonNode record = JSON.readTree(folder.resolve("illustrations.json").toFile());
        assertEquals(pack.digest(), record.get("pack").asText());
        assertEquals("neon", record.get("selection").get("heldOut").asText());
    }
}
