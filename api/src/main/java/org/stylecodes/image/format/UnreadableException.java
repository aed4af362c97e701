package org.stylecodes.image.format;

import org.stylecodes.error.InvalidRequestException;

/**
 * What is wrong with the bytes of a file, as words that follow its name. Decoders do not know the name; who calls them adds it.
 */
public final class UnreadableException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    /** @param problem what was found and what was expected */
    public UnreadableException(String problem) {
        super(problem);
    }

    /**
     * @param problem what was found and what was expected
     * @param cause what led to it
     */
    public UnreadableException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
