package org.stylecodes.train.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.Resize;
import org.stylecodes.train.dataset.Dataset;

/** The data set has two styles of two pictures without a fault; each test adds one. */
class DataCheckTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void makeDataSet() throws IOException {
        int number = 1;
        for (String name : List.of("ink/a", "ink/b", "oil/a", "oil/b")) {
            Pictures.writePng(TestPictures.waves(number++, 48, 40), folder.resolve(name + ".png"));
            Files.writeString(folder.resolve(name + ".txt"), "a thing");
        }
    }

    @Test
    void aGoodDataSetHasNoFindings() {
        CheckReport report = check();
        assertEquals(4, report.pictures());
        assertEquals(Map.of("ink", 2, "oil", 2), report.styles());
        assertEquals(List.of(), report.findings());
        assertEquals(Optional.empty(), report.refusal());
    }

    @Test
    void unreadablePicturesAreCounted() throws Exception {
        byte[] png = Files.readAllBytes(folder.resolve("ink/a.png"));
        Files.write(folder.resolve("ink/cut.png"), Arrays.copyOf(png, 100));
        Files.writeString(folder.resolve("ink/cut.txt"), "a thing");
        CheckReport.Finding finding = only();
        assertEquals("unreadable pictures", finding.description());
        assertTrue(
                finding.names().get(0).startsWith("ink/cut.png: "),
                finding.names().get(0));
        assertEquals(Optional.empty(), check().refusal());
    }

    @Test
    void aSmallFileThatClaimsAHugePictureIsUnreadable() throws Exception {
        Files.write(folder.resolve("ink/bomb.png"), bomb());
        Files.writeString(folder.resolve("ink/bomb.txt"), "a thing");
        assertEquals("unreadable pictures", only().description());
    }

    @Test
    void tinyPicturesAreListedWithTheirSize() throws Exception {
        Pictures.writePng(TestPictures.waves(9, 100, 31), folder.resolve("ink/c.png"));
        Files.writeString(folder.resolve("ink/c.txt"), "a thing");
        assertEquals(
                new CheckReport.Finding("pictures with a side below 32 pixels", 1, List.of("ink/c.png (100x31)")),
                only());
    }

    @Test
    void captionsOfEachKindAreCounted() throws Exception {
        Files.delete(folder.resolve("ink/a.txt"));
        Files.writeString(folder.resolve("ink/b.txt"), "\uFEFFa thing");
        Files.writeString(folder.resolve("oil/a.txt"), "\uFEFFa thing", StandardCharsets.UTF_16LE);
        assertEquals(
                List.of(
                        new CheckReport.Finding("pictures without a caption", 1, List.of("ink/a.png")),
                        new CheckReport.Finding("captions in UTF-8 with a byte order mark", 1, List.of("ink/b.png")),
                        new CheckReport.Finding("captions in UTF-16", 1, List.of("oil/a.png"))),
                check().findings());
    }

    @Test
    void aCaptionOfUnknownEncodingIsARefusal() throws Exception {
        Files.writeString(folder.resolve("oil/a.txt"), "ü", StandardCharsets.ISO_8859_1);
        assertEquals(
                Optional.of("the caption of oil/a.png is neither UTF-8 nor UTF-16; save it as UTF-8"),
                check().refusal());
    }

    @Test
    void equalFilesAreDuplicates() throws Exception {
        Files.copy(folder.resolve("ink/a.png"), folder.resolve("oil/c.png"));
        Files.copy(folder.resolve("ink/a.txt"), folder.resolve("oil/c.txt"));
        assertEquals(
                new CheckReport.Finding(
                        "files that occur more than once", 1, List.of("ink/a.png = oil/c.png (in 2 styles)")),
                only());
    }

    @Test
    void resizedCopiesInAnotherStyleAreNearDuplicates() throws Exception {
        Pictures.writePng(
                Resize.bicubic(Pictures.read(folder.resolve("ink/a.png")), 64, 60), folder.resolve("oil/c.png"));
        Files.writeString(folder.resolve("oil/c.txt"), "a thing");
        assertEquals(
                List.of(
                        new CheckReport.Finding(
                                "pairs of styles with pictures that look alike", 1, List.of("ink = oil (1)")),
                        new CheckReport.Finding(
                                "pictures that look like one of another style", 1, List.of("ink/a.png = oil/c.png"))),
                check().findings());
    }

    @Test
    void resizedCopiesInOneStyleAreNoFinding() throws Exception {
        Pictures.writePng(
                Resize.bicubic(Pictures.read(folder.resolve("ink/a.png")), 64, 60), folder.resolve("ink/c.png"));
        Files.writeString(folder.resolve("ink/c.txt"), "a thing");
        assertEquals(List.of(), check().findings());
    }

    @Test
    void oneStyleIsARefusal() throws Exception {
        Files.delete(folder.resolve("oil/a.png"));
        assertEquals(
                Optional.of("the number of styles with two or more readable pictures is 1, expected two or more: make"
                        + " one folder for each style, or name the styles in the entries"),
                check().refusal());
        assertEquals(
                new CheckReport.Finding("styles with fewer than two readable pictures", 1, List.of("oil")), only());
    }

    @Test
    void progressCountsEveryPicture() {
        List<Integer> seen = new ArrayList<>();
        DataCheck.run(Dataset.open(folder), 32, seen::add);
        assertEquals(List.of(1, 2, 3, 4), seen);
    }

    private CheckReport check() {
        return DataCheck.run(Dataset.open(folder), 32, done -> {});
    }

    private CheckReport.Finding only() {
        List<CheckReport.Finding> findings = check().findings();
        assertEquals(1, findings.size(), findings.toString());
        return findings.get(0);
    }

    /** A PNG whose header claims 60,000 x 60,000 pixels, with ten million zeros compressed. */
    private static byte[] bomb() {
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[10_000_000]);
        deflater.finish();
        byte[] compressed = new byte[100_000];
        int length = deflater.deflate(compressed);
        deflater.end();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(60_000)
                        .putInt(60_000)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        chunk(png, "IDAT", Arrays.copyOf(compressed, length));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        png.writeBytes(ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) sum.getValue())
                .array());
    }
}
