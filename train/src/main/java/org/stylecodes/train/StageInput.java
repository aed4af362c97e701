package org.stylecodes.train;

/**
 * What every stage is given.
 *
 * @param parts the model folder that is read and written
 * @param training pictures to learn from
 * @param unseen pictures to validate on
 */
public record StageInput(ModelParts parts, StyleData training, StyleData unseen) {
    /** A line for {@link Stage#settings()}. */
    String described(Object settings) {
        return settings + " on " + training.description();
    }
}
