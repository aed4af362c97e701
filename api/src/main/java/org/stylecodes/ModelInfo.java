package org.stylecodes;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.prompt.KnownWords;
import org.stylecodes.sampler.Sampler;

/**
 * The description of a model, and the defaults that it uses for components of a request that are null. Immutable.
 *
 * @param id the model's id in shared codes
 * @param size the default size of a picture
 * @param sizeStep both sides of a picture must be multiples of this number of pixels
 * @param strength the default strength of the style
 * @param guidance the default guidance; no component is null
 * @param steps the default number of steps
 * @param sampler the default sampler
 * @param precision the numbers that the networks compute with, unless a request says otherwise
 * @param words the words that the model was trained on
 * @param parameters the number of trained parameters of each part of the model
 * @param provenance the data, the licence and the training stages of the model
 */
public record ModelInfo(
        String id,
        Size size,
        int sizeStep,
        double strength,
        Guidance guidance,
        int steps,
        Sampler sampler,
        Precision precision,
        KnownWords words,
        Map<String, Long> parameters,
        Provenance provenance) {
    // Programs that read JSON numbers as doubles can hold these seeds exactly.
    private static final long RANDOM_SEEDS = 1L << 32;

    /** Copies the map. */
    public ModelInfo {
        parameters = Map.copyOf(parameters);
    }

    /** Tells whether a side is below half of the model's default, so that the picture will be hard to recognize. */
    public boolean isFarBelowOwnSize(Size wanted) {
        return 2 * wanted.width() < size.width() || 2 * wanted.height() < size.height();
    }

    /**
     * Fills in the model's defaults, so that a caller knows what {@link StyleCodes#generate} will draw. A request without a seed gets a
     * random one, which differs with each call.
     *
     * @throws InvalidRequestException if this model cannot draw pictures of that size
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
                .precision(request.precision() == null ? precision : request.precision())
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
