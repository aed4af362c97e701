package org.stylecodes.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.ModelFormatException;

class JsonFileTest {
    @TempDir
    Path folder;

    @Test
    void aDamagedFileIsRefusedWithItsCause() throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), "{\"a\": ");
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> JsonFile.read(file));
        assertInstanceOf(JsonProcessingException.class, refused.getCause());
    }

    @Test
    void aMissingFileIsRefusedWithItsCause() {
        Path file = folder.resolve("config.json");
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> JsonFile.read(file));
        assertEquals(file + ": there is no such file", refused.getMessage());
        assertInstanceOf(FileNotFoundException.class, refused.getCause());
    }
}
