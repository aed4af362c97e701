package org.stylecodes.sampler;

import org.stylecodes.StyleCodesException;

/** A name that no sampler goes by; the message lists those there are. */
public final class UnknownSamplerException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    UnknownSamplerException(String message) {
        super(message);
    }
}
