package org.stylecodes.train.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;

class PictureFolderTest {
    @TempDir
    Path folder;

    @Test
    void aLineThatIsNotJsonIsNamed() throws Exception {
        Path list = Files.writeString(
                folder.resolve("metadata.jsonl"), "{\"file\": \"a.png\", \"style\": \"ink\"}\n{\"file\": \n");
        InvalidRequestException refused =
                assertThrows(InvalidRequestException.class, () -> PictureFolder.read(folder, 32));
        assertTrue(refused.getMessage().startsWith(list + " line 2 is not valid JSON: "), refused.getMessage());
    }

    @Test
    void aFolderWithOneStyleIsRefused() throws Exception {
        Files.createDirectory(folder.resolve("ink"));
        Files.createFile(folder.resolve("ink").resolve("a.png"));
        InvalidRequestException refused =
                assertThrows(InvalidRequestException.class, () -> PictureFolder.read(folder, 32));
        assertEquals(
                "the number of styles in " + folder + " is 1, expected two or more: make one folder per style, or a"
                        + " metadata.jsonl",
                refused.getMessage());
    }

    @Test
    void anUnreadableFolderIsAnErrorOfTheEnvironment() {
        assertThrows(EnvironmentException.class, () -> PictureFolder.read(folder.resolve("none"), 32));
    }
}
