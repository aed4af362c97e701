package org.stylecodes.image;

import org.stylecodes.error.InvalidRequestException;

/** Thrown when a picture cannot be read: it is missing, damaged, truncated, of an unknown format or too large. Names the file. */
public class PictureFormatException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * Creates the exception.
     *
     * @param name the file at fault, or another name by which the caller knows the picture
     * @param problem what was found and what was expected
     */
    public PictureFormatException(String name, String problem) {
        super(name + ": " + problem);
        this.name = name;
    }

    /**
     * Creates the exception with its cause.
     *
     * @param name the file at fault, or another name by which the caller knows the picture
     * @param problem what was found and what was expected
     * @param cause the exception that revealed the problem
     */
    public PictureFormatException(String name, String problem, Throwable cause) {
        super(name + ": " + problem, cause);
        this.name = name;
    }

    /** Returns the file at fault, or another name by which the caller knows the picture. */
    public String name() {
        return name;
    }
}
