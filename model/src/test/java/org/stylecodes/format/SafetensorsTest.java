package org.stylecodes.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Golden;
import org.stylecodes.error.CancelledException;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void readsTypesShapesAndMetadata() {
        Safetensors unet = Golden.open("tiny-sd15/unet/diffusion_pytorch_model.safetensors");
        assertEquals(684, unet.names().size());
        assertEquals(Dtype.F16, unet.entry("conv_in.weight").dtype());
        assertEquals(List.of(32L, 4L, 3L, 3L), unet.entry("conv_in.weight").shape());
        assertEquals(Map.of("format", "pt"), unet.metadata());
    }

    @Test
    void writesAllTypesAndReadsThemBack() {
        Path file = folder.resolve("types.safetensors");
        Scope.run(() -> {
            Tensor numbers = Tensors.of(new float[] {0, 1, 2, -3, 100, 1}, 2, 3);
            Map<String, Tensor> written = new TreeMap<>();
            for (Dtype dtype : Dtype.values()) {
                written.put(
                        dtype.name(),
                        dtype == Dtype.U8 ? numbers.abs().to(ScalarType.Byte) : numbers.to(dtype.scalarType()));
            }
            written.put("scalar", Tensors.of(new float[] {7}));
            written.put("empty", torch.empty(0, 4));
            Safetensors.write(file, written, Map.of("a", "b\u00e9"));
            try (Safetensors read = Safetensors.open(file)) {
                assertEquals(Map.of("a", "b\u00e9"), read.metadata());
                assertEquals(written.keySet(), read.names());
                written.forEach((name, tensor) -> {
                    assertEquals(
                            tensor.scalar_type().intern(),
                            read.tensor(name).scalar_type().intern());
                    assertArrayEquals(Tensors.shape(tensor), Tensors.shape(read.tensor(name)));
                    assertArrayEquals(Tensors.floats(tensor), Tensors.floats(read.tensor(name)));
                });
            }
        });
    }

    @Test
    void aReaderThatIsInterruptedLeavesTheFileOpen() {
        try (Safetensors read = Safetensors.open(write("interrupted", new float[] {1, 2, 3}))) {
            Thread.currentThread().interrupt();
            assertThrows(CancelledException.class, () -> read.tensor("a"));
            assertTrue(Thread.interrupted(), "the interrupt status is lost");
            assertArrayEquals(new float[] {1, 2, 3}, Scope.get(() -> Tensors.floats(read.tensor("a"))));
        }
    }

    @Test
    void readsTensorsAtAnOddByte() throws IOException {
        Path odd = OddFile.of(write("odd", new float[] {1, 2, 3}));
        try (Safetensors read = Safetensors.open(odd)) {
            assertArrayEquals(new float[] {1, 2, 3}, Scope.get(() -> Tensors.floats(read.tensor("a"))));
        }
    }

    @Test
    void viewsOutliveTheFile() {
        Path file = write("views", new float[] {1, 2, 3});
        Scope.run(() -> {
            Tensor view;
            try (Safetensors read = Safetensors.open(file)) {
                view = read.tensor("a").view(3, 1);
            }
            System.gc();
            assertArrayEquals(new float[] {1, 2, 3}, Tensors.floats(view));
        });
    }

    @Test
    void loadedTensorsMayBeChanged() {
        Map<String, Tensor> loaded = Safetensors.load(write("changed", new float[] {1, 2, 3}));
        Scope.run(() -> {
            try (Tensor a = loaded.get("a")) {
                assertArrayEquals(new float[] {0, 0, 0}, Tensors.floats(a.zero_()));
            }
        });
    }

    @Test
    void aClosedFileCannotBeRead() {
        Safetensors read = Safetensors.open(write("closed", new float[] {1}));
        read.close();
        assertThrows(IllegalStateException.class, () -> read.tensor("a"));
    }

    @Test
    void writesTheSameBytesForTheSameTensors() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Map<String, Tensor> tensors =
                Golden.open("cases/unet_8x8_t999.safetensors").tensors();
        Safetensors.write(first, tensors, Map.of("x", "1", "y", "2"));
        Safetensors.write(second, tensors, Map.of("y", "2", "x", "1"));
        assertEquals(-1, Files.mismatch(first, second));
    }

    private Path write(String name, float[] numbers) {
        Path file = folder.resolve(name);
        Scope.run(() -> Safetensors.write(file, Map.of("a", Tensors.of(numbers, numbers.length)), Map.of()));
        return file;
    }
}
