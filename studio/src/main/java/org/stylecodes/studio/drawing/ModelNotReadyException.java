package org.stylecodes.studio.drawing;

import org.stylecodes.error.StyleCodesException;

/** The model is still being loaded, or could not be. */
public final class ModelNotReadyException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    ModelNotReadyException(String message) {
        super(message);
    }
}
