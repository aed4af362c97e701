package org.stylecodes.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Device;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.vae.Autoencoder;

/**
 * Keeps the latents of data sets on the disk, since encoding takes minutes and two stages need the same ones.
 *
 * @param folder where the files are; a file is named after the data and the weights it came from
 * @param autoencoder the folder of its configuration and weights
 */
record LatentCache(Path folder, Path autoencoder) {
    /** The latents of a data set, read where they are known and otherwise computed and kept. */
    Latents of(Autoencoder vae, Device device, StyleData data, Replicas replicas) {
        Path file = folder.resolve("latents-" + key(data) + ".safetensors");
        if (Files.exists(file)) {
            return read(file, data);
        }
        Latents latents = Latents.of(vae, device, data, replicas);
        write(file, latents);
        return latents;
    }

    private static void write(Path file, Latents latents) {
        Scope.run(() -> {
            int total = Arrays.stream(latents.values())
                    .mapToInt(style -> style.length)
                    .sum();
            float[] joined = new float[total];
            int at = 0;
            for (float[] style : latents.values()) {
                System.arraycopy(style, 0, joined, at, style.length);
                at += style.length;
            }
            long[] shape = latents.shape();
            long count = total / (shape[0] * shape[1] * shape[2]);
            Safetensors.write(
                    file, Map.of("latents", Tensors.of(joined, count, shape[0], shape[1], shape[2])), Map.of());
        });
    }

    private static Latents read(Path file, StyleData data) {
        return Scope.get(() -> {
            try (Safetensors stored = Safetensors.open(file)) {
                Tensor all = stored.tensor("latents");
                long[] shape = Tensors.shape(all);
                float[] joined = Tensors.floats(all);
                int size = Math.toIntExact(shape[1] * shape[2] * shape[3]);
                float[][] values = new float[data.styles()][];
                int at = 0;
                for (int style = 0; style < values.length; style++) {
                    int length = data.pictures(style) * size;
                    values[style] = Arrays.copyOfRange(joined, at, at + length);
                    at += length;
                }
                return new Latents(new long[] {shape[1], shape[2], shape[3]}, values);
            }
        });
    }

    private String key(StyleData data) {
        Digest digest = new Digest().add(data.description());
        try (Stream<Path> files = Files.list(autoencoder)) {
            files.filter(Files::isRegularFile).sorted().forEach(digest::add);
        } catch (IOException failed) {
            throw new TrainingException("cannot read " + autoencoder + ": " + failed.getMessage(), failed);
        }
        return digest.text();
    }
}
