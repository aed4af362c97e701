package org.stylecodes.vision;

import org.stylecodes.tensor.Weights;

/** The sizes of an {@link ImageEncoder}. Immutable. */
public interface ImageEncoderConfig {
    /** Width and height in pixels of the pictures that the encoder reads. */
    int imageSize();

    /** The width of a feature vector. */
    int featureWidth();

    /**
     * Checks that features can be read from a layer.
     *
     * @throws IllegalArgumentException if there is no such layer
     */
    void requireLayer(int layer);

    /** Reads the network, from the root of its names. */
    ImageEncoder network(Weights weights);
}
