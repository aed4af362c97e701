package org.stylecodes.train.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.Device;
import org.stylecodes.image.Picture;
import org.stylecodes.siglip.Preprocessor;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;
import org.stylecodes.vision.ImageEncoder;

/**
 * Encodes pictures to the values of their codes, with the same steps as the finished model, so that codes in training are the codes
 * of the model.
 *
 * @param autoencoder only its encoding half is used
 * @param device where the weights are
 */
public record CodeEncoder(
        Preprocessor preprocessor, ImageEncoder tower, StyleConfig style, StyleAutoencoder autoencoder, Device device) {
    private static final int BATCH = 16;

    /** The picture as the vision tower reads it: resized to the tower's size. */
    public Picture seen(Picture picture) {
        return preprocessor.resized(picture);
    }

    /** The pixels of pictures that {@link #seen} returned: (B, 3, h, w). */
    public Tensor pixels(List<Picture> seen) {
        return Devices.put(
                device,
                Layers.cat(0, seen.stream().map(preprocessor::normalized).toArray(Tensor[]::new)));
    }

    /**
     * The values of the codes of pictures of any sizes, (count, latent), without gradients. Only one picture is in memory at a time,
     * because photographs are large and there may be many.
     *
     * @param count the number of pictures
     * @param pictures reads a picture by its index
     */
    public Tensor values(int count, IntFunction<Picture> pictures) {
        List<Tensor> batches = new ArrayList<>();
        try (NoGradGuard guard = new NoGradGuard()) {
            for (int from = 0; from < count; from += BATCH) {
                IntStream batch = IntStream.range(from, Math.min(count, from + BATCH));
                batches.add(Scope.of(() -> values(
                        pixels(batch.mapToObj(i -> seen(pictures.apply(i))).toList()))));
            }
            return Layers.cat(0, batches.toArray(Tensor[]::new));
        }
    }

    /** The values of the codes of these pixels, (B, latent), with straight-through gradients. */
    public Tensor values(Tensor pixels) {
        Tensor latent = autoencoder.encode(tower.features(pixels, style.featureLayer()));
        // A level has 6 bits, too many for bfloat16.
        return style.quantizer().straightThrough(latent.to(ScalarType.Float));
    }
}
