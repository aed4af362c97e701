package org.stylecodes.vision;

import org.bytedeco.pytorch.Tensor;

/** Describes pictures by feature vectors, from which the style part makes codes. Thread-safe. */
public interface ImageEncoder {
    /**
     * The feature vectors of pictures.
     *
     * @param pixels (B, 3, size, size), normalized, of the size that the configuration gives
     * @param layer the layer to read, as {@link ImageEncoderConfig#requireLayer} allows it
     * @return (B, vectors, width)
     */
    Tensor features(Tensor pixels, int layer);
}
