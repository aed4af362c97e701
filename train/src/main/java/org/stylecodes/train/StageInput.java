package org.stylecodes.train;

import org.stylecodes.Device;

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

    /** A line for {@link Stage#settings()}. */
    String described(Object settings) {
        return settings + " on " + training.description();
    }
}
