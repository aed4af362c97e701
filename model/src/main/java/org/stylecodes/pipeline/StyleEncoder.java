package org.stylecodes.pipeline;

import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Device;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.Picture;
import org.stylecodes.style.Quantizer;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

/** Turns pictures into style codes. Thread-safe. */
public record StyleEncoder(Networks networks) {
    /** The style code of a picture. */
    public StyleCode encode(Picture picture) {
        return Scope.get(() -> quantizer().codes(latent(picture)).get(0));
    }

    /** The 20 style values of a picture in -1..1, before they are rounded to the levels of a code. */
    public float[] values(Picture picture) {
        return Scope.get(() -> Tensors.floats(quantizer().continuous(latent(picture))));
    }

    /** The image encoder's features of preprocessed pictures: (B, 3, size, size) to (B, vectors, width). */
    public Tensor features(Tensor pixels) {
        int layer = networks.configs().style().featureLayer();
        return Scope.of(() -> networks.imageEncoder().features(Devices.put(device(), pixels), layer));
    }

    /** The latent of features, before it is quantized: (B, vectors, width) to (B, 20). */
    public Tensor latent(Tensor features) {
        return Scope.of(() -> networks.autoencoder().encode(Devices.put(device(), features)));
    }

    private Tensor latent(Picture picture) {
        return latent(features(networks.preprocessor().pixels(picture)));
    }

    private Quantizer quantizer() {
        return networks.configs().style().quantizer();
    }

    private Device device() {
        return networks.placement().device();
    }
}
