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
import org.stylecodes.siglip.VisionTower;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;

/**
 * The way from a picture to the numbers of its code, step by step as in use, so that a code means in training what it means
 * afterwards.
 *
 * @param autoencoder only its encoding half is used
 * @param device where the weights are
 */
public record CodeEncoder(
        Preprocessor preprocessor, VisionTower tower, StyleConfig style, StyleAutoencoder autoencoder, Device device) {
    private static final int BATCH = 16;

    /** All that the vision tower sees of a picture: the same in the tower's size. */
    public Picture seen(Picture picture) {
        return preprocessor.resized(picture);
    }

    /** The pixels of pictures that are {@link #seen} already: (B, 3, h, w). */
    public Tensor pixels(List<Picture> seen) {
        return Devices.put(
                device,
                Layers.cat(0, seen.stream().map(preprocessor::normalized).toArray(Tensor[]::new)));
    }

    /**
     * What the codes of pictures of any sizes stand for, (count, latent), without gradients. No picture is held once the next is
     * read, since photographs are large and many.
     *
     * @param pictures reads the picture of a number from 0
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

    /** What the codes of these pixels stand for, (B, latent), with straight-through gradients. */
    public Tensor values(Tensor pixels) {
        Tensor latent = autoencoder.encode(tower.features(pixels, style.featureLayer()));
        // 6 bits of a level are too many for bfloat16
        return style.quantizer().straightThrough(latent.to(ScalarType.Float));
    }
}
