package org.stylecodes;

import java.util.List;
import org.stylecodes.image.Picture;

/**
 * What a request gave.
 *
 * @param pictures as many as were asked for, in the order of their seeds
 * @param request the request that was fulfilled, with nothing left to the model
 * @param model the id of the model
 */
public record Generation(List<Picture> pictures, Request request, String model) {
    /** Takes the pictures as they are. */
    public Generation {
        pictures = List.copyOf(pictures);
    }

    /** The first picture. */
    public Picture first() {
        return pictures.get(0);
    }

    /** The request that draws one of the pictures alone, the first being 0. */
    public Request request(int index) {
        return request.seed(request.seed() + index).count(1);
    }
}
