package org.stylecodes.train.stage;

import org.stylecodes.Device;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.train.config.Bounds;
import org.stylecodes.train.data.StyleData;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.vae.VaeConfig;

/**
 * What every stage is given.
 *
 * @param parts the model folder that is read and written
 * @param training pictures to learn from
 * @param unseen pictures to validate on
 * @param device where the weights are, and what is computed with them
 */
public record StageInput(ModelParts parts, StyleData training, StyleData unseen, Device device) {
    /** Refuses data with a style of one picture, since a stage that learns what two have in common needs another. */
    void requirePairs() {
        requirePairs("data", training);
        requirePairs("unseen data", unseen);
    }

    private static void requirePairs(String name, StyleData data) {
        for (int style = 0; style < data.styles(); style++) {
            Bounds.atLeast("pictures of style " + style + " in " + name, data.pictures(style), 2);
        }
    }

    /** Refuses pictures with a side that the autoencoder cannot divide into latents. */
    static void requireDivisible(String name, long side, VaeConfig autoencoder) {
        if (side % autoencoder.factor() != 0) {
            throw new InvalidRequestException(name + " is " + side + ", expected a multiple of " + autoencoder.factor()
                    + ", which is how much the autoencoder shrinks pictures");
        }
    }

    /** A line for {@link Stage#settings()}. */
    String described(Object settings) {
        return settings + " on " + training.description();
    }
}
