package org.stylecodes.client;

import java.util.List;
import org.stylecodes.Request;

/**
 * The result of a request in a studio. Immutable.
 *
 * @param id the id of the job
 * @param request the request that was drawn, in which the defaults and the seed are filled in; it lacks the init picture
 * @param pictures the pictures, as many as were asked for, in the order of their seeds
 */
public record StudioGeneration(String id, Request request, List<DrawnPicture> pictures) {
    /** Copies the list. */
    public StudioGeneration {
        pictures = List.copyOf(pictures);
    }

    /** Returns the first picture. */
    public DrawnPicture first() {
        return pictures.get(0);
    }
}
