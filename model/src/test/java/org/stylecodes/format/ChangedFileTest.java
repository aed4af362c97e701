package org.stylecodes.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;

/** Another program truncates a file that is in use. */
class ChangedFileTest {
    private static final int MANY = 100_000;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("weights.safetensors");
        Scope.run(() -> Safetensors.write(file, Map.of("x", Tensors.of(new float[MANY], MANY)), Map.of()));
    }

    @Test
    void weightsOfANetworkDoNotChange() throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(Part.UNET, file)) {
            Tensor weight = checkpoint.weights().tensor("x", Init.ZEROS, MANY);
            truncate();
            assertArrayEquals(new float[MANY], Scope.get(() -> Tensors.floats(weight)));
        }
    }

    @Test
    void weightsThatAreNotReadYetAreRefused() throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(Part.UNET, file)) {
            Weights weights = checkpoint.weights();
            truncate();
            String message = assertThrows(ModelFormatException.class, () -> weights.tensor("x", Init.ZEROS, MANY))
                    .getMessage();
            assertTrue(message.contains("was truncated to 100 bytes since it was opened"), message);
        }
    }

    @Test
    void loadedTensorsDoNotChange() throws IOException {
        SortedMap<String, Tensor> loaded = Safetensors.load(file);
        truncate();
        assertArrayEquals(new float[MANY], Scope.get(() -> Tensors.floats(loaded.get("x"))));
        loaded.values().forEach(Tensor::close);
    }

    private void truncate() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(100);
        }
    }
}
