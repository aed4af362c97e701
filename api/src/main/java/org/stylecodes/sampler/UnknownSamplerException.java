package org.stylecodes.sampler;

import org.stylecodes.error.InvalidRequestException;

/** Thrown when no sampler has a given name. The message lists the known names. */
public final class UnknownSamplerException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the unknown name, and the known names
     */
    public UnknownSamplerException(String message) {
        super(message);
    }
}
