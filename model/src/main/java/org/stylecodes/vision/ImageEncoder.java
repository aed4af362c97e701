package org.stylecodes.vision;

import org.bytedeco.pytorch.Tensor;

/** Describes pictures by feature vectors, from which the style part makes codes. Thread-safe. */
public interface ImageEncoder {
    /**
     * The feature vectors of pictures.
     *
     * @param pixels normalized pictures (B, 3, size, size), of the {@link ImageEncoderConfig#imageSize}
     * @param layer the layer to read, one that {@link ImageEncoderConfig#requireLayer} allows
     * @return (B, vectors, {@link ImageEncoderConfig#featureWidth})
     * @throws IllegalArgumentException if there is no such layer
     */
    Tensor features(Tensor pixels, int layer);
}
