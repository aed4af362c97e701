package org.stylecodes;

import java.util.Objects;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.image.Picture;

/**
 * A picture to start from instead of pure noise. It is cropped around its centre to the aspect ratio of the picture to draw, and
 * resized.
 *
 * @param picture a picture of any size
 * @param strength how much of the picture may change, above 0 to 1 (redraw everything); also the fraction of the steps that are taken
 */
public record InitPicture(Picture picture, double strength) {
    /**
     * Checks the strength.
     *
     * @throws InvalidRequestException if the strength is not above 0 and at most 1
     */
    public InitPicture {
        Objects.requireNonNull(picture, "picture");
        if (!(strength > 0 && strength <= 1)) {
            throw new InvalidRequestException("the strength of the init picture is " + strength
                    + "; expected more than 0 and at most 1 (redraw everything)");
        }
    }
}
