package org.stylecodes;

import java.util.List;
import java.util.Objects;
import org.stylecodes.image.Picture;

/**
 * The result of a request. Immutable.
 *
 * @param pictures the pictures, as many as were asked for, in the order of their seeds
 * @param request the request that was drawn, in which the model's defaults and the seed are filled in
 * @param model the id of the model that drew the pictures
 */
public record Generation(List<Picture> pictures, Request request, String model) {
    /**
     * Copies the list and checks the request.
     *
     * @throws IllegalArgumentException if the request has no seed
     */
    public Generation {
        pictures = List.copyOf(pictures);
        if (request.seed() == null) {
            throw new IllegalArgumentException("the request of a generation has no seed; expected a filled request");
        }
    }

    /** Returns the first picture. */
    public Picture first() {
        return pictures.get(0);
    }

    /** Returns the seed of the picture at an index from 0. */
    public long seed(int index) {
        return Objects.requireNonNull(request.seed()) + index;
    }

    /** Returns the request that draws only the picture at an index from 0. */
    public Request request(int index) {
        return request.seed(seed(index)).count(1);
    }
}
