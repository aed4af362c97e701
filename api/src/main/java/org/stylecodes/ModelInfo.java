package org.stylecodes;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.prompt.KnownWords;
import org.stylecodes.sampler.Sampler;

/**
 * What a model is, and what it chooses where a request says nothing.
 *
 * @param id its id in shared codes
 * @param size of a picture
 * @param sizeStep the number of which both sides of a picture are multiples, in pixels
 * @param strength of the style
 * @param guidance with nothing left open
 * @param steps of the sampler
 * @param sampler the sampler
 * @param words that it was taught
 * @param parameters how many numbers each part of the model learned
 * @param provenance where it comes from: data, licence, and the stages of its training
 */
public record ModelInfo(
        String id,
        Size size,
        int sizeStep,
        double strength,
        Guidance guidance,
        int steps,
        Sampler sampler,
        KnownWords words,
        Map<String, Long> parameters,
        Provenance provenance) {
    // A double holds them exactly, and so does every program that reads JSON.
    private static final long RANDOM_SEEDS = 1L << 32;

    /** Copies the map. */
    public ModelInfo {
        parameters = Map.copyOf(parameters);
    }

    /** Whether a side is below half of the model's own, so that what it draws can hardly be made out. */
    public boolean isFarBelowOwnSize(Size wanted) {
        return 2 * wanted.width() < size.width() || 2 * wanted.height() < size.height();
    }

    /**
     * The request with nothing left open: what {@link StyleCodes#generate} draws, known before it is drawn. A request without a
     * seed gets a random one here, another at each call.
     *
     * @throws InvalidRequestException if this model cannot draw in that size
     * @throws org.stylecodes.code.InvalidCodeException if a style was shared for another model
     */
    public Request filled(Request request) {
        return request.toBuilder()
                .styles(request.styles().stream()
                        .map(style -> new WeightedStyle(id, style.codeFor(id).code(), style.weight()))
                        .toList())
                .strength(request.strength() == null ? Double.valueOf(strength) : request.strength())
                .guidance(request.guidance().orElse(guidance))
                .steps(request.steps() == null ? Integer.valueOf(steps) : request.steps())
                .sampler(request.sampler() == null ? sampler : request.sampler())
                .size(possible(request.size() == null ? size : request.size()))
                .seed(request.seed() == null ? Long.valueOf(randomSeed()) : request.seed())
                .build();
    }

    private static long randomSeed() {
        return ThreadLocalRandom.current().nextLong(RANDOM_SEEDS);
    }

    private Size possible(Size wanted) {
        if (wanted.width() % sizeStep != 0 || wanted.height() % sizeStep != 0) {
            throw new InvalidRequestException("the size is " + wanted + ", but " + id + " draws multiples of "
                    + sizeStep + "; the nearest is " + nearest(wanted.width()) + "x" + nearest(wanted.height()));
        }
        return wanted;
    }

    private int nearest(int side) {
        return Math.max(1, Math.round((float) side / sizeStep)) * sizeStep;
    }
}
