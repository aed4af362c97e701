package org.stylecodes.cli.code;

import org.jspecify.annotations.Nullable;
import org.stylecodes.code.CodeDistribution;

/**
 * What is needed to draw random codes of a model.
 *
 * @param modelId the model's id, for the shared form
 * @param distribution the distribution of the codes that the model saw in training
 */
public record CodeSource(String modelId, CodeDistribution distribution) {
    /** Finds models for the commands on codes. */
    @FunctionalInterface
    public interface Finder {
        /**
         * Finds the id and the code distribution of a model.
         *
         * @param model the model as the user named it; null for the built-in model
         */
        CodeSource find(@Nullable String model);
    }
}
