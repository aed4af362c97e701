package org.stylecodes.train.data;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Device;
import org.stylecodes.image.Picture;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.train.parallel.Replicas;
import org.stylecodes.vae.Autoencoder;

/**
 * The latents of every picture of a data set, computed once and kept in memory as float32.
 *
 * @param shape the shape of one latent: channels, height, width
 * @param values by style, the latents of its pictures one after another, multiplied by the scaling factor
 */
public record Latents(long[] shape, float[][] values) {
    private static final int BATCH = 16;

    /** Encodes a whole data set, with one thread for each replica. */
    public static Latents of(Autoencoder vae, Device device, StyleData data, Replicas replicas) {
        float[][] values = new float[data.styles()][];
        double scale = vae.config().scalingFactor();
        List<long[]> shapes = replicas.each(thread -> {
            long[] shape = {};
            for (int style = thread; style < data.styles(); style += replicas.count()) {
                List<Picture> pictures = new ArrayList<>();
                for (int i = 0; i < data.pictures(style); i++) {
                    pictures.add(data.sample(style, i).picture());
                }
                float[][] all = new float[1][];
                shape = Scope.get(() -> {
                    Tensor means = means(vae, device, pictures);
                    all[0] = Tensors.floats(means);
                    return Tensors.shape(means);
                });
                for (int i = 0; i < all[0].length; i++) {
                    all[0][i] *= (float) scale;
                }
                values[style] = all[0];
            }
            return shape;
        });
        long[] shape = shapes.get(0);
        return new Latents(new long[] {shape[1], shape[2], shape[3]}, values);
    }

    /** The standard deviation of unscaled latents, estimated from 64 pictures of the data. */
    public static double deviation(Autoencoder vae, StyleData data) {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            pictures.add(data.sample(i % data.styles(), 0).picture());
        }
        return Scope.get(() -> means(vae, Device.CPU, pictures).std(true).item_double());
    }

    /** The latents of pictures, given by their styles and their indices within the styles: (B, C, h, w). */
    Tensor batch(int[] styles, int[] pictures) {
        int size = Math.toIntExact(shape[0] * shape[1] * shape[2]);
        float[] joined = new float[styles.length * size];
        for (int i = 0; i < styles.length; i++) {
            System.arraycopy(values[styles[i]], pictures[i] * size, joined, i * size, size);
        }
        return Tensors.of(joined, styles.length, shape[0], shape[1], shape[2]);
    }

    private static Tensor means(Autoencoder vae, Device device, List<Picture> pictures) {
        List<Tensor> batches = new ArrayList<>();
        try (NoGradGuard guard = new NoGradGuard()) {
            for (int from = 0; from < pictures.size(); from += BATCH) {
                List<Picture> part = pictures.subList(from, Math.min(pictures.size(), from + BATCH));
                batches.add(Scope.of(() ->
                        vae.encode(Devices.put(device, Batches.pixels(part))).mean()));
            }
            return Layers.cat(0, batches.toArray(Tensor[]::new));
        }
    }
}
