package org.stylecodes.sampler;

import org.stylecodes.error.InvalidRequestException;

/** A name that no sampler goes by; the message lists those there are. */
public final class UnknownSamplerException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    /** @param message which name is unknown, and which there are */
    public UnknownSamplerException(String message) {
        super(message);
    }
}
