package org.stylecodes.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.StyleCodesException;

class PicturesTest {
    private static final Picture PICTURE = Picture.of(2, 1, new byte[] {1, 2, 3, -1, -2, -3});

    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() {
        Path file = folder.resolve("out.png");
        Pictures.writePng(PICTURE, file);
        assertEquals(PICTURE, Pictures.read(file));
    }

    @Test
    void writingReplacesAFileAndLeavesNoOtherFile() throws IOException {
        Path file = Files.writeString(folder.resolve("out.png"), "old");
        Pictures.writePng(PICTURE, file);
        assertEquals(PICTURE, Pictures.read(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aFailedWriteKeepsTheOldFileAndLeavesNoOtherFile() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("out.png"));
        StyleCodesException refused = assertThrows(StyleCodesException.class, () -> Pictures.writePng(PICTURE, taken));
        assertTrue(refused.getMessage().startsWith("cannot write " + taken), refused.getMessage());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(taken), files.toList());
        }
    }

    @Test
    void writingCreatesMissingFolders() {
        Path file = folder.resolve("new/out.png");
        Pictures.writePng(PICTURE, file);
        assertEquals(PICTURE, Pictures.read(file));
    }

    @Test
    void aMissingFileIsReported() {
        Path file = folder.resolve("no.png");
        assertEquals(file + ": cannot be read: there is no such file or folder", refusal(file));
    }

    @Test
    void aFolderIsReported() {
        assertEquals(folder + ": is a folder, expected a picture", refusal(folder));
    }

    @Test
    void anEmptyFileIsReported() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.png"));
        assertEquals(file + ": is empty", refusal(file));
    }

    @Test
    void aFileOfAnUnknownFormatIsReportedWithItsFirstBytes() throws IOException {
        Path file = Files.writeString(folder.resolve("text.png"), "hello");
        assertEquals(
                file + ": is not a PNG, JPEG, GIF, BMP or WebP picture (it starts with 68 65 6c 6c 6f)", refusal(file));
    }

    @Test
    void theContentTellsTheFormatAndNotTheName() throws IOException {
        Path file = Files.write(folder.resolve("picture.jpg"), Pictures.png(PICTURE));
        assertEquals(PICTURE, Pictures.read(file));
    }

    @Test
    void readsAStream() {
        ByteArrayInputStream in = new ByteArrayInputStream(Pictures.png(PICTURE));
        assertEquals(PICTURE, Pictures.read(in, "upload", ReadOptions.DEFAULT));
    }

    @Test
    void aPictureAboveTheLimitOfPixelsIsRefusedByItsHeader() {
        byte[] header = new PngFile(60_000, 60_000, 8, 2).rows(0);
        PictureFormatException refused = assertThrows(PictureFormatException.class, () -> Pictures.read(header));
        assertEquals(
                "the picture: has 60000x60000 pixels, more than the limit of 67108864; make it smaller or raise the limit",
                refused.getMessage());
    }

    @Test
    void theLimitOfPixelsCanBeSet() {
        ReadOptions two = ReadOptions.DEFAULT.withMaxPixels(2);
        assertEquals(PICTURE, Pictures.read(Pictures.png(PICTURE), "two", two));
        byte[] three = Pictures.png(Picture.of(3, 1, new byte[9]));
        assertThrows(PictureFormatException.class, () -> Pictures.read(three, "three", two));
    }

    @Test
    void aFileAboveTheLimitOfBytesIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("long.png"), Pictures.png(PICTURE));
        ReadOptions ten = new ReadOptions(1, 10, Transparency.OVER_WHITE);
        PictureFormatException refused = assertThrows(PictureFormatException.class, () -> Pictures.read(file, ten));
        assertEquals(
                file + ": is longer than the limit of 10 bytes; make it smaller or raise the limit",
                refused.getMessage());
    }

    private static String refusal(Path file) {
        return assertThrows(PictureFormatException.class, () -> Pictures.read(file))
                .getMessage();
    }
}
