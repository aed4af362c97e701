package org.stylecodes.error;

import org.jspecify.annotations.Nullable;

/** A well-formed configuration that asks for something which is not known here, such as another variant of a scheduler. */
public final class UnsupportedOptionException extends ModelFormatException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file the file at fault
     * @param key the configuration key, or null where there is none
     * @param problem what was found and what is supported
     */
    public UnsupportedOptionException(String file, @Nullable String key, String problem) {
        super(file, key, -1, problem);
    }
}
