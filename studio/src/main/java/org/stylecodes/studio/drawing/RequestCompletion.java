package org.stylecodes.studio.drawing;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Guidance;
import org.stylecodes.GuidanceMode;
import org.stylecodes.Interval;
import org.stylecodes.InvalidRequestException;
import org.stylecodes.ModelInfo;
import org.stylecodes.Request;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.studio.Limits;
import org.stylecodes.studio.picture.PictureStore;

/**
 * Checks what somebody asks for, and decides what they left open, so that the same request gives the same picture again.
 * Thread-safe.
 */
public record RequestCompletion(Models models, StyleLookup lookup, PictureStore pictures, Limits limits) {
    private static final int LONGEST_PROMPT = 2000;
    private static final int MOST_STYLES = 16;
    private static final double INIT_STRENGTH = 0.7;
    private static final long SEEDS = 1L << 32;

    /**
     * The request with nothing left open, its styles as shared codes.
     *
     * @throws InvalidRequestException if it cannot be drawn
     * @throws org.stylecodes.code.InvalidCodeException if a style has a wrong code
     */
    public GenerationRequest complete(GenerationRequest open) {
        ModelInfo model = models.info();
        GuidanceMode mode = mode(open, model);
        GenerationRequest filled = new GenerationRequest(
                text("prompt", open.prompt()),
                text("negative prompt", open.negative()),
                styles(open.styles(), model),
                open.strength() == null ? Double.valueOf(model.strength()) : open.strength(),
                open.guidance() == null ? model.guidance().text() : open.guidance(),
                mode == GuidanceMode.SEPARATE ? styleGuidance(open, model) : open.styleGuidance(),
                mode.name().toLowerCase(Locale.ROOT),
                within("number of steps", open.steps() == null ? model.steps() : open.steps(), limits.steps()),
                (open.sampler() == null ? model.sampler() : Sampler.of(open.sampler())).title(),
                open.seed() == null ? Long.valueOf(ThreadLocalRandom.current().nextLong(SEEDS)) : open.seed(),
                within("number of pictures", open.count() == null ? 1 : open.count(), limits.count()),
                side("width", open.width() == null ? model.size().width() : open.width(), model),
                side("height", open.height() == null ? model.size().height() : open.height(), model),
                open.init() == null ? null : lookup.picture(open.init()).id(),
                initStrength(open));
        request(filled); // which checks what is left
        return filled;
    }

    /** What the model is to be asked for. */
    Request request(GenerationRequest filled) {
        Request request = Request.of(String.valueOf(filled.prompt()))
                .negative(filled.negative() == null ? "" : filled.negative())
                .strength(required(filled.strength()))
                .guidance(new Guidance(
                        GuidanceMode.valueOf(
                                String.valueOf(filled.guidanceMode()).toUpperCase(Locale.ROOT)),
                        filled.guidance(),
                        filled.styleGuidance(),
                        Interval.ALL,
                        Interval.ALL))
                .steps(required(filled.steps()))
                .sampler(Sampler.of(String.valueOf(filled.sampler())))
                .seed(required(filled.seed()))
                .count(required(filled.count()))
                .size(required(filled.width()), required(filled.height()));
        for (StyleChoice style : filled.styles() == null ? List.<StyleChoice>of() : filled.styles()) {
            request = request.style(
                    CodeText.parse(String.valueOf(style.code())), style.weight() == null ? 1 : style.weight());
        }
        return filled.init() == null
                ? request
                : request.init(pictures.picture(lookup.picture(filled.init())), required(filled.initStrength()));
    }

    private List<StyleChoice> styles(@Nullable List<StyleChoice> open, ModelInfo model) {
        List<StyleChoice> choices = open == null ? List.of() : open;
        if (choices.size() > MOST_STYLES) {
            throw new InvalidRequestException(
                    "the request has " + choices.size() + " styles; expected at most " + MOST_STYLES);
        }
        return choices.stream()
                .map(choice -> {
                    StyleCode code = lookup.code(choice);
                    double weight = choice.weight() == null ? 1 : choice.weight();
                    return StyleChoice.code(new SharedCode(model.id(), code).toString(), weight);
                })
                .toList();
    }

    private static GuidanceMode mode(GenerationRequest open, ModelInfo model) {
        if (open.guidanceMode() == null) {
            GuidanceMode usual = model.guidance().mode();
            return open.styleGuidance() != null || usual == null ? GuidanceMode.SEPARATE : usual;
        }
        try {
            return GuidanceMode.valueOf(open.guidanceMode().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(
                    "the guidance mode is '" + open.guidanceMode() + "'; expected reference, joint or separate");
        }
    }

    private static Double styleGuidance(GenerationRequest open, ModelInfo model) {
        Double usual = model.guidance().style() == null
                ? Double.valueOf(1)
                : model.guidance().style();
        return open.styleGuidance() == null ? usual : open.styleGuidance();
    }

    private static @Nullable Double initStrength(GenerationRequest open) {
        if (open.init() == null && open.initStrength() != null) {
            throw new InvalidRequestException("initStrength is of no use without init, the id of a picture");
        }
        return open.init() != null && open.initStrength() == null ? Double.valueOf(INIT_STRENGTH) : open.initStrength();
    }

    private static String text(String name, @Nullable String text) {
        String given = text == null ? "" : text;
        if (given.length() > LONGEST_PROMPT) {
            throw new InvalidRequestException(
                    "the " + name + " has " + given.length() + " characters; expected at most " + LONGEST_PROMPT);
        }
        return given;
    }

    private Integer side(String name, int pixels, ModelInfo model) {
        within(name, pixels, limits.side());
        if (pixels % model.sizeStep() != 0) {
            int nearest = Math.max(1, Math.round((float) pixels / model.sizeStep())) * model.sizeStep();
            throw new InvalidRequestException("the " + name + " is " + pixels + ", but " + model.id()
                    + " draws multiples of " + model.sizeStep() + "; the nearest is " + nearest);
        }
        return pixels;
    }

    private static Integer within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidRequestException("the " + name + " is " + value + "; expected 1 to " + most);
        }
        return value;
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a request was not completed");
        }
        return value;
    }
}
