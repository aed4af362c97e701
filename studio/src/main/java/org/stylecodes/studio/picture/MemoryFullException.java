package org.stylecodes.studio.picture;

import org.stylecodes.error.StyleCodesException;

/** So many pictures are being read and written that another one would take more memory than there is. */
public final class MemoryFullException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    MemoryFullException() {
        super("the server is busy with other pictures; try again in a moment, or send a smaller one");
    }
}
