package org.stylecodes.studio.picture;

import org.stylecodes.error.StyleCodesException;

/** A picture was removed, since nothing had named it for a long time. */
public final class PictureGoneException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    PictureGoneException() {
        super("the picture is not kept any more, since nothing had named it for a long time; send it again");
    }
}
