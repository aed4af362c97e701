package org.stylecodes.cli.code;

import org.jspecify.annotations.Nullable;
import org.stylecodes.code.CodeDistribution;

/**
 * What a model knows of its codes, enough to draw random ones.
 *
 * @param modelId the model's id, for the shared form
 * @param distribution of the codes that the model saw in training
 */
public record CodeSource(String modelId, CodeDistribution distribution) {
    /** Finds models for the commands on codes, which need nothing else of a model. */
    @FunctionalInterface
    public interface Finder {
        /**
         * The codes of a model.
         *
         * @param model a model as the user named it; null for the built-in one
         */
        CodeSource find(@Nullable String model);
    }
}
