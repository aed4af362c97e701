package org.stylecodes.pipeline;

import org.bytedeco.pytorch.Tensor;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.Picture;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Device;
import org.stylecodes.tensor.Scope;

/** Pictures to style codes. Thread-safe. */
public record StyleEncoder(Networks networks) {
    /** The code of a picture. */
    public StyleCode encode(Picture picture) {
        StyleConfig config = networks.configs().style();
        return Scope.get(() -> config.quantizer()
                .codes(latent(features(networks.preprocessor().pixels(picture))))
                .get(0));
    }

    /** The features of preprocessed pictures: (B, 3, size, size) to (B, patches, width). */
    public Tensor features(Tensor pixels) {
        int layer = networks.configs().style().featureLayer();
        return Scope.of(() -> networks.visionTower().features(device().put(pixels), layer));
    }

    /** The latent of features, before it is quantized: (B, patches, width) to (B, 20). */
    public Tensor latent(Tensor features) {
        return Scope.of(() -> networks.autoencoder().encode(device().put(features)));
    }

    private Device device() {
        return networks.placement().device();
    }
}
