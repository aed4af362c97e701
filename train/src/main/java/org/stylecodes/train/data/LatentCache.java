package org.stylecodes.train.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Device;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.train.parallel.Replicas;
import org.stylecodes.vae.Autoencoder;

/**
 * Caches the latents of data sets on disk, because encoding takes minutes and two stages need the same latents.
 *
 * @param folder the folder of the cache; the name of a file depends on the data and on the weights of the autoencoder
 * @param autoencoder the folder of the autoencoder's configuration and weights
 */
public record LatentCache(Path folder, Path autoencoder) {
    private static final long PART = 1 << 26; // elements in a stored tensor; a Java array can have 2^31

    /** The latents of a data set: read from the cache, or computed and written to it. */
    public Latents of(Autoencoder vae, Device device, StyleData data, Replicas replicas) {
        Path file = folder.resolve("latents-in-parts-" + key(data) + ".safetensors");
        if (Files.exists(file)) {
            return read(file, data);
        }
        Latents latents = Latents.of(vae, device, data, replicas);
        write(file, latents, PART);
        return latents;
    }

    // Each tensor contains whole styles, as many as are needed to reach {@code part} elements.
    static void write(Path file, Latents latents, long part) {
        long[] shape = latents.shape();
        long size = shape[0] * shape[1] * shape[2];
        Scope.run(() -> {
            Map<String, Tensor> parts = new HashMap<>();
            int style = 0;
            while (style < latents.values().length) {
                List<Tensor> styles = new ArrayList<>();
                long count = 0;
                for (; style < latents.values().length && count < part; style++) {
                    float[] values = latents.values()[style];
                    styles.add(Tensors.of(values, values.length / size, shape[0], shape[1], shape[2]));
                    count += values.length;
                }
                parts.put(name(parts.size()), Layers.cat(0, styles.toArray(Tensor[]::new)));
            }
            Safetensors.write(file, parts, Map.of());
        });
    }

    static Latents read(Path file, StyleData data) {
        try (Safetensors stored = Safetensors.open(file)) {
            long[] shape = stored.entry(name(0)).shape().stream()
                    .mapToLong(Long::longValue)
                    .toArray();
            int size = Math.toIntExact(shape[1] * shape[2] * shape[3]);
            float[][] values = new float[data.styles()][];
            int style = 0;
            for (int part = 0; style < values.length; part++) {
                String name = name(part);
                float[] joined = Scope.get(() -> Tensors.floats(stored.tensor(name)));
                for (int at = 0; at < joined.length; style++) {
                    int length = data.pictures(style) * size;
                    values[style] = Arrays.copyOfRange(joined, at, at + length);
                    at += length;
                }
            }
            return new Latents(new long[] {shape[1], shape[2], shape[3]}, values);
        }
    }

    private static String name(int part) {
        return "latents." + part;
    }

    private String key(StyleData data) {
        Fingerprint digest = new Fingerprint().add(data.description());
        try (Stream<Path> files = Files.list(autoencoder)) {
            files.filter(Files::isRegularFile).sorted().forEach(digest::add);
        } catch (IOException failed) {
            throw new EnvironmentException("cannot read " + autoencoder + ": " + failed.getMessage(), failed);
        }
        return digest.text();
    }
}
