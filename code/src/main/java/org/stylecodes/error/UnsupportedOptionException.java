package org.stylecodes.error;

import org.jspecify.annotations.Nullable;

/** Thrown when a well-formed configuration asks for something unsupported, such as another variant of a scheduler. */
public final class UnsupportedOptionException extends ModelFormatException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param file the file at fault
     * @param key the configuration key; null if there is none
     * @param problem what was found and what is supported
     */
    public UnsupportedOptionException(String file, @Nullable String key, String problem) {
        super(file, key, -1, problem);
    }
}
