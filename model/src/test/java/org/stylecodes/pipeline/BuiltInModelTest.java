package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.StyleCodesException;

class BuiltInModelTest {
    private static final String ROOT = "org/stylecodes/nano/";

    @TempDir
    Path folder;

    @Test
    void saysWhatToDoIfThereIsNone() throws IOException {
        try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
            String message = assertThrows(StyleCodesException.class, () -> BuiltInModel.find(empty))
                    .getMessage();
            assertTrue(message.contains("stylecodes-nano"), message);
        }
    }

    @Test
    void isReadInPlaceFromAFolder() throws IOException {
        Path model = folder.resolve(ROOT);
        Files.createDirectories(model);
        Files.writeString(model.resolve("model_index.json"), "{}");
        try (URLClassLoader loader = loader(folder);
                BuiltInModel found = BuiltInModel.find(loader)) {
            assertEquals(model, found.folder());
        }
        assertTrue(Files.exists(model.resolve("model_index.json")));
    }

    @Test
    void isUnpackedFromAJarUntilItIsClosed() throws IOException {
        Path jar = folder.resolve("nano.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("model_index.json", "unet/config.json", "tokenizer/vocab.json")) {
                zip.putNextEntry(new ZipEntry(ROOT + name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        Path unpacked;
        try (URLClassLoader loader = loader(jar);
                BuiltInModel found = BuiltInModel.find(loader)) {
            unpacked = found.folder();
            assertEquals("unet/config.json", Files.readString(unpacked.resolve("unet/config.json")));
            assertEquals("tokenizer/vocab.json", Files.readString(unpacked.resolve("tokenizer/vocab.json")));
        }
        assertFalse(Files.exists(unpacked));
    }

    private static URLClassLoader loader(Path path) throws IOException {
        return new URLClassLoader(new URL[] {path.toUri().toURL()}, null);
    }
}
