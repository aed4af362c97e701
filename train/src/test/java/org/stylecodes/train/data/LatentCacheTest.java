package org.stylecodes.train.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.format.Safetensors;
import org.stylecodes.train.config.RunConfig;

class LatentCacheTest {
    @TempDir
    Path folder;

    @Test
    void latentsInPartsAreReadAsTheyWereWritten() {
        // Three styles of two pictures, whose latents have two elements each.
        float[][] values = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};
        StyleData data = ScenePictures.of(new RunConfig.Scenes(0, 3, 2, 32, List.of("house")));
        Path file = folder.resolve("latents.safetensors");
        LatentCache.write(file, new Latents(new long[] {2, 1, 1}, values), 5);
        try (Safetensors stored = Safetensors.open(file)) {
            assertEquals(Set.of("latents.0", "latents.1"), stored.names());
        }
        Latents read = LatentCache.read(file, data);
        assertArrayEquals(new long[] {2, 1, 1}, read.shape());
        assertArrayEquals(values, read.values());
    }
}
