package org.stylecodes.train;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.image.Picture;
import org.stylecodes.siglip.Preprocessor;
import org.stylecodes.siglip.VisionTower;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Device;
import org.stylecodes.tensor.Layers;

/**
 * The way from a picture to the numbers of its code, step by step as in use, so that a code means in training what it means
 * afterwards.
 *
 * @param autoencoder only its encoding half is used
 * @param device where the weights are
 */
record CodeEncoder(
        Preprocessor preprocessor, VisionTower tower, StyleConfig style, StyleAutoencoder autoencoder, Device device) {
    /** What the vision tower sees of pictures of any sizes: (B, 3, h, w). */
    Tensor pixels(List<Picture> pictures) {
        return device.put(
                Layers.cat(0, pictures.stream().map(preprocessor::pixels).toArray(Tensor[]::new)));
    }

    /** What the codes of these pixels stand for, (B, latent), with straight-through gradients. */
    Tensor values(Tensor pixels) {
        Tensor latent = autoencoder.encode(tower.features(pixels, style.featureLayer()));
        // 6 bits of a level are too many for bfloat16
        return style.quantizer().straightThrough(latent.to(ScalarType.Float));
    }
}
