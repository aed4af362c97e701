package org.stylecodes.train;

import org.stylecodes.tensor.Device;

/**
 * What every stage is given.
 *
 * @param parts the model folder that is read and written
 * @param training pictures to learn from
 * @param unseen pictures to validate on
 * @param device where the weights are, and what is computed with them
 */
public record StageInput(ModelParts parts, StyleData training, StyleData unseen, Device device) {
    /** A line for {@link Stage#settings()}. */
    String described(Object settings) {
        return settings + " on " + training.description();
    }
}
