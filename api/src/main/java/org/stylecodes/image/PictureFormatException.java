package org.stylecodes.image;

import org.stylecodes.error.InvalidRequestException;

/** A picture that cannot be read: missing, damaged, cut short, of an unknown format, or larger than was allowed. Names the file. */
public class PictureFormatException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * @param name the file at fault, or another name by which the caller knows the picture
     * @param problem what was found and what was expected
     */
    public PictureFormatException(String name, String problem) {
        super(name + ": " + problem);
        this.name = name;
    }

    /**
     * @param name the file at fault, or another name by which the caller knows the picture
     * @param problem what was found and what was expected
     * @param cause what led to it
     */
    public PictureFormatException(String name, String problem, Throwable cause) {
        super(name + ": " + problem, cause);
        this.name = name;
    }

    /** The file at fault, or another name by which the caller knows the picture. */
    public String name() {
        return name;
    }
}
