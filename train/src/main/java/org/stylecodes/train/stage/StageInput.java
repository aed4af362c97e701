package org.stylecodes.train.stage;

import org.stylecodes.Device;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.train.config.Bounds;
import org.stylecodes.train.data.StyleData;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.vae.VaeConfig;

/**
 * The input of every stage.
 *
 * @param parts the model folder that is read and written
 * @param training the training data
 * @param unseen the validation data
 * @param device has the weights and computes with them
 */
public record StageInput(ModelParts parts, StyleData training, StyleData unseen, Device device) {
    /** Refuses data with a style of fewer than two pictures, for stages that learn what two pictures of a style have in common. */
    void requirePairs() {
        requirePairs("data", training);
        requirePairs("unseen data", unseen);
    }

    private static void requirePairs(String name, StyleData data) {
        for (int style = 0; style < data.styles(); style++) {
            Bounds.atLeast("pictures of style " + style + " in " + name, data.pictures(style), 2);
        }
    }

    /** Refuses a side of pictures that is not a multiple of the autoencoder's factor. */
    static void requireDivisible(String name, long side, VaeConfig autoencoder) {
        if (side % autoencoder.factor() != 0) {
            throw new InvalidRequestException(name + " is " + side + ", expected a multiple of " + autoencoder.factor()
                    + ", the number of pixels along the side of a latent position");
        }
    }

    /** The line for {@link Stage#settings()}. */
    String described(Object settings) {
        return settings + " on " + training.description();
    }
}
