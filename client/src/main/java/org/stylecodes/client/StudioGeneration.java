package org.stylecodes.client;

import java.util.List;
import org.stylecodes.Request;

/**
 * What a request gave in a studio.
 *
 * @param id of the job
 * @param request that was drawn, with nothing left open but its init picture
 * @param pictures as many as were asked for, in the order of their seeds
 */
public record StudioGeneration(String id, Request request, List<DrawnPicture> pictures) {
    /** Copies the list. */
    public StudioGeneration {
        pictures = List.copyOf(pictures);
    }

    /** The first picture. */
    public DrawnPicture first() {
        return pictures.get(0);
    }
}
