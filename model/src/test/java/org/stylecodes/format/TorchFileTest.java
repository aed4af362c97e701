package org.stylecodes.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

class TorchFileTest {
    private static final Map<String, byte[]> SIX = Map.of("0", TorchZip.floats(0, 1, 2, 3, 4, 5));

    @TempDir
    Path folder;

    @Test
    void readsStridedViewsOfOneStorage() {
        Path file = write(
                TorchZip.pickle(
                        Map.of("a", six(0, List.of(2, 3), List.of(3, 1)), "b", six(1, List.of(2, 2), List.of(1, 2)))),
                SIX);
        try (TensorFile read = TensorFile.open(file)) {
            Scope.run(() -> {
                assertArrayEquals(
                        new long[] {2, 3}, Tensors.shape(read.tensors().get("a")));
                assertArrayEquals(
                        new float[] {0, 1, 2, 3, 4, 5},
                        Tensors.floats(read.tensors().get("a")));
                assertArrayEquals(
                        new float[] {1, 3, 2, 4}, Tensors.floats(read.tensors().get("b")));
            });
        }
    }

    @Test
    void refusesToReadAMissingTensor() {
        Object tensor = six(0, List.of(6), List.of(1));
        try (TensorFile read = TensorFile.open(write(TorchZip.pickle(Map.of("a", tensor)), SIX))) {
            assertArrayEquals(new long[] {6}, read.shapes().get("a"));
            ModelFormatException refused = assertThrows(ModelFormatException.class, () -> read.read("b"));
            assertEquals("b", refused.tensor());
        }
    }

    @Test
    void joinsTheNamesOfNestedDictionaries() {
        Object tensor = six(0, List.of(6), List.of(1));
        byte[] pickle =
                TorchZip.pickle(Map.of("controlnet", Map.of("mid.weight", tensor), "ip_adapter", Map.of(), "epoch", 3));
        assertEquals(Set.of("controlnet.mid.weight"), names(write(pickle, SIX)));
    }

    @Test
    void unwrapsTheStateDictionary() {
        Object tensor = six(0, List.of(6), List.of(1));
        byte[] pickle =
                TorchZip.pickle(Map.of("state_dict", Map.of("weight", tensor), "ema", Map.of("weight", tensor)));
        assertEquals(Set.of("weight"), names(write(pickle, SIX)));
    }

    @Test
    void refusesOtherClassesByName() {
        assertRefused("os.system", write(TorchZip.call("os", "system", "echo"), SIX));
    }

    @Test
    void refusesTensorsOutsideTheirStorage() {
        assertRefused(
                "does not fit into its storage",
                write(TorchZip.pickle(Map.of("a", six(1, List.of(6), List.of(1)))), SIX));
        assertRefused(
                "does not fit into its storage",
                write(TorchZip.pickle(Map.of("a", six(0, List.of(1000), List.of(0)))), SIX));
        assertRefused(
                "does not fit into its storage",
                write(TorchZip.pickle(Map.of("a", six(0, List.of(2), List.of(-1)))), SIX));
    }

    @Test
    void refusesStoragesOfTheWrongSize() {
        byte[] pickle = TorchZip.pickle(Map.of("a", six(0, List.of(6), List.of(1))));
        assertRefused("expected 24", write(pickle, Map.of("0", TorchZip.floats(0, 1))));
        assertRefused("missing", write(pickle, Map.of("1", TorchZip.floats(0, 1))));
    }

    @Test
    void refusesDamagedStorages() throws IOException {
        Path file = write(TorchZip.pickle(Map.of("a", six(0, List.of(6), List.of(1)))), SIX);
        byte[] bytes = Files.readAllBytes(file);
        String name = "archive/data/0";
        int storage = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
        bytes[storage] ^= 1;
        Files.write(file, bytes);
        assertRefused("checksum", file);
    }

    @Test
    void refusesFilesOfOldPyTorch() throws IOException {
        Path file = folder.resolve("old.pt");
        Files.write(file, new byte[] {(byte) 0x80, 2, (byte) 0x8a, 10, 0x6c, (byte) 0xfc, (byte) 0x9c});
        assertRefused("before version 1.6", file);
    }

    @Test
    @EnabledIfSystemProperty(named = "golden.archive", matches = ".+")
    void readsTheReleasedCheckpointAsItsSafetensorsForm() {
        Path archive = Path.of(System.getProperty("golden.archive"), "tiny-sd15");
        try (TensorFile pickled = TensorFile.open(archive.resolve("stylecodes.bin"));
                TensorFile expected = TensorFile.open(archive.resolve("stylecodes.safetensors"))) {
            assertEquals(expected.tensors().keySet(), pickled.tensors().keySet());
            Scope.run(() -> expected.tensors()
                    .forEach((name, tensor) ->
                            assertTrue(tensor.equal(pickled.tensors().get(name)), name)));
        }
    }

    private static TorchZip.View six(int offset, List<Integer> shape, List<Integer> strides) {
        return new TorchZip.View("0", "FloatStorage", 6, offset, shape, strides);
    }

    private static Set<String> names(Path file) {
        try (TensorFile read = TensorFile.open(file)) {
            return read.tensors().keySet();
        }
    }

    private static void assertRefused(String expected, Path file) {
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> TensorFile.open(file));
        assertTrue(refused.getMessage().contains(expected), refused.getMessage());
    }

    private Path write(byte[] pickle, Map<String, byte[]> storages) {
        Path file = folder.resolve("model.bin");
        try {
            return Files.write(file, TorchZip.archive(pickle, storages));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
