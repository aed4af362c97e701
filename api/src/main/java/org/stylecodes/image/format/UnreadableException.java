package org.stylecodes.image.format;

import org.stylecodes.error.StyleCodesException;

/**
 * Thrown when the bytes of a picture file cannot be read. The message is a predicate that follows the file's name, such as "is empty".
 * The decoders do not know the name; their caller adds it.
 */
public final class UnreadableException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param problem what was found and what was expected
     */
    public UnreadableException(String problem) {
        super(problem);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param problem what was found and what was expected
     * @param cause the exception that revealed the problem
     */
    public UnreadableException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
