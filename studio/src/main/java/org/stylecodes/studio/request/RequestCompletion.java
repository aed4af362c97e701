package org.stylecodes.studio.request;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stylecodes.InitPicture;
import org.stylecodes.ModelInfo;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.WeightedStyle;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidFieldException;
import org.stylecodes.image.Picture;
import org.stylecodes.json.RequestJson;
import org.stylecodes.json.StyleJson;
import org.stylecodes.studio.limits.Limits;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.picture.PictureStore;

/**
 * Checks a request and fills in the fields that it leaves out, so that drawing the completed request again gives the same
 * picture. Thread-safe.
 */
public final class RequestCompletion {
    private static final int MAX_PROMPT_LENGTH = 2000;
    private static final int MAX_STYLES = 16;
    private static final double MAX_WEIGHT = 1e6; // so that the sum of all weights stays finite
    private static final double DEFAULT_INIT_STRENGTH = 0.7;
    private static final Picture PLACEHOLDER = Picture.of(1, 1, new byte[3]);

    private final LoadedModel loaded;
    private final StyleResolver resolver;
    private final PictureStore pictures;
    private final Limits limits;

    /**
     * @param loaded the model, whose defaults complete a request
     * @param resolver finds the styles that a request names
     */
    public RequestCompletion(LoadedModel loaded, StyleResolver resolver, PictureStore pictures, Limits limits) {
        this.loaded = loaded;
        this.resolver = resolver;
        this.pictures = pictures;
        this.limits = limits;
    }

    /**
     * Completes a request, with its styles as shared codes.
     *
     * @throws InvalidFieldException if the request is invalid; names the field at fault
     */
    public RequestJson complete(RequestJson open) {
        if (open.init() == null && open.initStrength() != null) {
            throw new InvalidFieldException(
                    "initStrength", "initStrength needs init, the id of a picture; add init or leave out initStrength");
        }
        if (open.init() == null) {
            return complete(open, null, () -> null);
        }
        // Checks that the picture exists; its pixels are not needed yet.
        InvalidFieldException.check("init", () -> resolver.picture(open.init()));
        return complete(open, strength(open), open::init);
    }

    /**
     * Completes a request that starts from a picture which is not stored yet. The picture is stored only if the request is valid.
     *
     * @param open the request, without an init picture
     * @param init stores the picture and returns its id; called once, after all other checks
     * @throws InvalidFieldException if the request is invalid; names the field at fault
     */
    public RequestJson complete(RequestJson open, Supplier<String> init) {
        return complete(open, strength(open), init::get);
    }

    private RequestJson complete(RequestJson open, @Nullable Double initStrength, Supplier<@Nullable String> init) {
        requireWithinLimits(open);
        ModelInfo model = loaded.info();
        InitPicture start = initStrength == null
                ? null
                : InvalidFieldException.check("initStrength", () -> new InitPicture(PLACEHOLDER, initStrength));
        Request request = open.request(this::style, model.size(), start);
        requirePossible(model, request);
        Request filled = model.filled(request);
        requireStep(filled);
        return RequestJson.of(filled, model.id(), init.get(), initStrength);
    }

    /** Converts a completed request for drawing, and reads its init picture. */
    public Request request(RequestJson completed) {
        InitPicture start = completed.init() == null
                ? null
                : new InitPicture(
                        pictures.picture(resolver.picture(completed.init())), required(completed.initStrength()));
        return completed.request(RequestJson.StyleLookup.BY_CODE, null, start);
    }

    private WeightedStyle style(String field, StyleJson style) {
        double weight = style.weightOrDefault();
        if (weight > MAX_WEIGHT) {
            throw new InvalidFieldException(
                    field + ".weight", "the weight of a style is " + weight + "; expected 0 to 1000000");
        }
        StyleCode code = resolver.code(field, style);
        return InvalidFieldException.check(field + ".weight", () -> new WeightedStyle(null, code, weight));
    }

    /** Checks the fields that depend on the model one at a time, so that the error names the field at fault. */
    private static void requirePossible(ModelInfo model, Request request) {
        Size size = required(request.size());
        InvalidFieldException.check(
                size.width() % model.sizeStep() == 0 ? "height" : "width",
                () -> model.filled(Request.of("").size(size)));
        InvalidFieldException.check(
                "styleGuidance", () -> model.filled(Request.of("").guidance(request.guidance())));
    }

    // With an init picture, only the last part of the steps is taken.
    private static void requireStep(Request filled) {
        InitPicture init = filled.init();
        int steps = required(filled.steps());
        if (init != null && (int) (steps * init.strength()) < 1) {
            throw new InvalidFieldException(
                    "initStrength",
                    "the strength of the init picture is " + init.strength() + ", which leaves no step of " + steps
                            + "; expected at least " + 1.0 / steps + ", or more steps");
        }
    }

    private void requireWithinLimits(RequestJson open) {
        requireLength("prompt", "prompt", open.prompt());
        requireLength("negative", "negative prompt", open.negative());
        if (open.styles() != null && open.styles().size() > MAX_STYLES) {
            throw new InvalidFieldException(
                    "styles", "the request has " + open.styles().size() + " styles; expected at most " + MAX_STYLES);
        }
        requireWithin("steps", "number of steps", open.steps(), limits.steps());
        requireWithin("count", "number of pictures", open.count(), limits.count());
        requireWithin("width", "width", open.width(), limits.side());
        requireWithin("height", "height", open.height(), limits.side());
    }

    private static double strength(RequestJson open) {
        return open.initStrength() == null ? DEFAULT_INIT_STRENGTH : open.initStrength();
    }

    private static void requireLength(String field, String name, @Nullable String text) {
        if (text != null && text.length() > MAX_PROMPT_LENGTH) {
            throw new InvalidFieldException(
                    field,
                    "the " + name + " has " + text.length() + " characters; expected at most " + MAX_PROMPT_LENGTH);
        }
    }

    private static void requireWithin(String field, String name, @Nullable Integer value, int most) {
        if (value != null && (value < 1 || value > most)) {
            throw new InvalidFieldException(field, "the " + name + " is " + value + "; expected 1 to " + most);
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a request was not completed");
        }
        return value;
    }
}
