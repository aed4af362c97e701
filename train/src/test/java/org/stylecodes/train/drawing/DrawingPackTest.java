package org.stylecodes.train.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.ModelFormatException;

class DrawingPackTest {
    private static final Content FOX = new Content("1f98a", "fox", List.of("red fox"), "animals-nature");
    private static final Content KEY = new Content("1f511", "key", List.of(), "objects");
    private static final Hand FLAT = new Hand("flat", "someone", false, false, "MIT", "Someone");
    private static final Hand LINE = new Hand("line", "someone", true, true, "CC0-1.0", "Someone");
    private static final int SIDE = 16;

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() {
        DrawingPack pack = DrawingPack.open(write("a.pack"));
        assertEquals(SIDE, pack.side());
        assertEquals(List.of(FOX, KEY), pack.contents());
        assertEquals(List.of(FLAT, LINE), pack.hands());
        assertArrayEquals(square(0xffcc6600), pack.drawing(FOX, FLAT).orElseThrow());
        assertArrayEquals(square(0xff000000), pack.drawing(KEY, LINE).orElseThrow());
        assertEquals(Optional.empty(), pack.drawing(FOX, LINE));
    }

    @Test
    void theSameDrawingsGiveTheSameBytes() throws IOException {
        assertEquals(-1, Files.mismatch(write("a.pack"), write("b.pack")));
    }

    @Test
    void theDigestIsThatOfHeaderAndDrawings() throws Exception {
        Path file = write("a.pack");
        byte[] bytes = Files.readAllBytes(file);
        int start = DrawingPack.MAGIC.length + DrawingPack.DIGEST;
        byte[] rest = Arrays.copyOfRange(bytes, start, bytes.length);
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rest)),
                DrawingPack.open(file).digest());
    }

    @Test
    void theNoticeNamesTheHandsThatAreUsed() {
        String notice = DrawingPack.open(write("a.pack")).notice(Hand::heldOut);
        assertTrue(notice.endsWith("""

                line (for judging only, not for training)
                  Author: Someone
                  Licence: CC0-1.0
                """), notice);
        assertFalse(notice.contains("flat\n"), notice);
    }

    @Test
    void aDamagedPackIsRefused() throws IOException {
        Path file = write("a.pack");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 4;
        Files.write(file, bytes);
        assertRefused(file, "is damaged: its SHA-256 differs from the one in its header; copy or make it again");
    }

    @Test
    void aPackThatWasCutOffIsRefused() throws IOException {
        Path file = write("a.pack");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 10));
        assertRefused(file, "is damaged: its SHA-256 differs from the one in its header; copy or make it again");
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        Path file =
                Files.writeString(folder.resolve("notes.txt"), "nothing of the kind, however long it may be ......");
        assertRefused(file, "is not a pack of drawings");
    }

    @Test
    void aMissingPackIsRefused() {
        Path file = folder.resolve("none.pack");
        InvalidRequestException refused = assertThrows(InvalidRequestException.class, () -> DrawingPack.open(file));
        assertEquals(file + ": there is no such pack of drawings", refused.getMessage());
    }

    private static void assertRefused(Path file, String problem) {
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> DrawingPack.open(file));
        assertEquals(file + ": " + problem, refused.getMessage());
        assertTrue(refused.file().equals(file.toString()));
    }

    private Path write(String name) {
        Path file = folder.resolve(name);
        DrawingPackWriter.write(
                file,
                SIDE,
                List.of(FOX, KEY),
                List.of(FLAT, LINE),
                (content, hand) -> content == FOX && hand == LINE
                        ? Optional.empty()
                        : Optional.of(square(hand == LINE ? 0xff000000 : 0xffcc6600)));
        return file;
    }

    private static int[] square(int colour) {
        int[] argb = new int[SIDE * SIDE];
        for (int y = 3; y < 12; y++) {
            Arrays.fill(argb, y * SIDE + 3, y * SIDE + 12, colour);
        }
        return argb;
    }
}
