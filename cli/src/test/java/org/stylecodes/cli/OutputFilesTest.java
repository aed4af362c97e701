package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;

class OutputFilesTest {
    private static final Picture PICTURE = Picture.of(2, 1, new byte[6]);

    @TempDir
    private Path folder;

    @Test
    void theNumberOfAPictureGoesBeforeTheEndingOfTheName() {
        assertEquals(folder.resolve("a.b.png"), write("a.b.png", 0));
        assertEquals(folder.resolve("a.b-2.png"), write("a.b.png", 1));
        assertEquals(folder.resolve("plain-3"), write("plain", 2));
    }

    @Test
    void aPlaceForTheNumberIsUsed() {
        assertEquals(folder.resolve("cat 1 of 9.png"), write("cat %d of 9.png", 0));
        assertEquals(folder.resolve("cat 10 of 9.png"), write("cat %d of 9.png", 9));
    }

    @Test
    void aFileThatWasNamedIsReplaced() throws Exception {
        Files.writeString(folder.resolve("old.png"), "old");
        write("old.png", 0);
        assertEquals(PICTURE, Pictures.read(folder.resolve("old.png")));
    }

    @Test
    void standardOutputGetsTheBytesOfThePng() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        options("-").write(PICTURE, Map.of("note", "x"), 0, "out", out);
        assertArrayEquals(Pictures.png(PICTURE, Map.of("note", "x")), out.toByteArray());
    }

    @Test
    void otherFormatsThanPngAreRefused() {
        assertThrows(BadValueException.class, () -> options("a.JPEG").check(1));
    }

    private Path write(String name, int index) {
        return options(folder.resolve(name).toString())
                .write(PICTURE, Map.of(), index, "out", new ByteArrayOutputStream());
    }

    private static OutputFiles options(String name) {
        return new OutputFiles(name);
    }
}
