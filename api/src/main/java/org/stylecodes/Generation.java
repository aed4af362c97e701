package org.stylecodes;

import java.util.List;
import java.util.Objects;
import org.stylecodes.image.Picture;

/**
 * What a request gave.
 *
 * @param pictures as many as were asked for, in the order of their seeds
 * @param request the request that was drawn, with nothing left open: its seed is there
 * @param model the id of the model
 */
public record Generation(List<Picture> pictures, Request request, String model) {
    /** @throws IllegalArgumentException if the request has no seed */
    public Generation {
        pictures = List.copyOf(pictures);
        if (request.seed() == null) {
            throw new IllegalArgumentException("the request of a generation has no seed; expected a filled request");
        }
    }

    /** The first picture. */
    public Picture first() {
        return pictures.get(0);
    }

    /** The seed of one of the pictures, the first being 0. */
    public long seed(int index) {
        return Objects.requireNonNull(request.seed()) + index;
    }

    /** The request that draws one of the pictures alone, the first being 0. */
    public Request request(int index) {
        return request.seed(seed(index)).count(1);
    }
}
