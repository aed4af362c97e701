package org.stylecodes.studio.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Guidance;
import org.stylecodes.GuidanceMode;
import org.stylecodes.InitPicture;
import org.stylecodes.Interval;
import org.stylecodes.ModelInfo;
import org.stylecodes.ProgressListener;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.WeightedStyle;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.image.Picture;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.studio.error.InvalidFieldException;
import org.stylecodes.studio.limits.Limits;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.PictureInfo;

/**
 * Checks a request and fills the fields that it leaves open, so that drawing the filled request again gives the same picture.
 * Thread-safe.
 */
public final class RequestCompletion {
    private static final int LONGEST_PROMPT = 2000;
    private static final int MOST_STYLES = 16;
    private static final double INIT_STRENGTH = 0.7;
    private static final long SEEDS = 1L << 32;
    private static final Picture ANY = Picture.of(1, 1, new byte[3]);

    private final LoadedModel loaded;
    private final StyleLookup lookup;
    private final PictureStore pictures;
    private final Limits limits;

    /**
     * @param loaded decides what a request leaves open
     * @param lookup finds the styles that a request names
     */
    public RequestCompletion(LoadedModel loaded, StyleLookup lookup, PictureStore pictures, Limits limits) {
        this.loaded = loaded;
        this.lookup = lookup;
        this.pictures = pictures;
        this.limits = limits;
    }

    /**
     * The request with nothing left open, its styles as shared codes.
     *
     * @throws InvalidRequestException if it cannot be drawn
     * @throws org.stylecodes.code.InvalidCodeException if a style has a wrong code
     */
    public GenerationRequest complete(GenerationRequest open) {
        requireWithin("steps", "number of steps", open.steps(), limits.steps());
        requireWithin("count", "number of pictures", open.count(), limits.count());
        requireWithin("width", "width", open.width(), limits.side());
        requireWithin("height", "height", open.height(), limits.side());
        ModelInfo model = loaded.info();
        Request request = request(open, picture -> ANY); // the checks need no pixels
        requirePossible(model, request);
        Request filled = model.filled(request);
        Guidance guidance = filled.guidance();
        Size size = required(filled.size());
        return new GenerationRequest(
                filled.prompt(),
                filled.negative(),
                filled.styles().stream()
                        .map(style ->
                                StyleChoice.code(new SharedCode(model.id(), style.code()).toString(), style.weight()))
                        .toList(),
                filled.strength(),
                guidance.text(),
                guidance.style(),
                required(guidance.mode()).name().toLowerCase(Locale.ROOT),
                filled.steps(),
                required(filled.sampler()).title(),
                filled.seed(),
                filled.count(),
                size.width(),
                size.height(),
                open.init(),
                initStrength(open));
    }

    /** What the model is to be asked for; what is left open is up to it, but the seed, which is drawn anew each time. */
    Request request(GenerationRequest asked) {
        return request(asked, pictures::picture);
    }

    private Request request(GenerationRequest asked, Function<PictureInfo, Picture> decoder) {
        return new Request(
                text("prompt", "prompt", asked.prompt()),
                text("negative", "negative prompt", asked.negative()),
                styles(asked.styles()),
                strength(asked.strength()),
                guidance(asked),
                asked.steps(),
                sampler(asked.sampler()),
                size(asked),
                asked.seed() == null ? ThreadLocalRandom.current().nextLong(SEEDS) : asked.seed(),
                asked.count() == null ? 1 : asked.count(),
                init(asked, decoder),
                ProgressListener.NONE);
    }

    private List<WeightedStyle> styles(@Nullable List<StyleChoice> asked) {
        List<StyleChoice> choices = asked == null ? List.of() : asked;
        if (choices.size() > MOST_STYLES) {
            throw new InvalidFieldException(
                    "styles", "the request has " + choices.size() + " styles; expected at most " + MOST_STYLES);
        }
        List<WeightedStyle> styles = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            String field = "styles[" + i + "]";
            StyleChoice choice = choices.get(i);
            StyleCode code = lookup.code(field, choice);
            double weight = choice.weight() == null ? 1 : choice.weight();
            styles.add(InvalidFieldException.check(field + ".weight", () -> new WeightedStyle(null, code, weight)));
        }
        return InvalidFieldException.check(
                "styles", () -> Request.of("").styles(styles).styles());
    }

    private static @Nullable Double strength(@Nullable Double strength) {
        return strength == null
                ? null
                : InvalidFieldException.check(
                        "strength", () -> Request.of("").strength(strength).strength());
    }

    private static @Nullable Sampler sampler(@Nullable String name) {
        return name == null ? null : InvalidFieldException.check("sampler", () -> Sampler.of(name));
    }

    private static Guidance guidance(GenerationRequest asked) {
        GuidanceMode mode = mode(asked);
        InvalidFieldException.check(
                "guidance", () -> new Guidance(mode, asked.guidance(), null, Interval.ALL, Interval.ALL));
        return InvalidFieldException.check(
                "styleGuidance",
                () -> new Guidance(mode, asked.guidance(), asked.styleGuidance(), Interval.ALL, Interval.ALL));
    }

    /** Checks what depends on the model, one field at a time, so that the one at fault is named. */
    private static void requirePossible(ModelInfo model, Request request) {
        Size size = required(request.size());
        InvalidFieldException.check(
                size.width() % model.sizeStep() == 0 ? "height" : "width",
                () -> model.filled(Request.of("").size(size)));
        InvalidFieldException.check(
                "styleGuidance", () -> model.filled(Request.of("").guidance(request.guidance())));
    }

    private static @Nullable GuidanceMode mode(GenerationRequest asked) {
        if (asked.guidanceMode() == null) {
            return null;
        }
        try {
            return GuidanceMode.valueOf(asked.guidanceMode().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException(
                    "guidanceMode",
                    "the guidance mode is '" + asked.guidanceMode() + "'; expected reference, joint or separate");
        }
    }

    private Size size(GenerationRequest asked) {
        Size usual = loaded.info().size();
        return new Size(
                asked.width() == null ? usual.width() : asked.width(),
                asked.height() == null ? usual.height() : asked.height());
    }

    private @Nullable InitPicture init(GenerationRequest asked, Function<PictureInfo, Picture> decoder) {
        Double strength = initStrength(asked);
        return asked.init() == null
                ? null
                : InvalidFieldException.check(
                        "initStrength", () -> new InitPicture(init(asked.init(), decoder), required(strength)));
    }

    private Picture init(String id, Function<PictureInfo, Picture> decoder) {
        return decoder.apply(InvalidFieldException.check("init", () -> lookup.picture(id)));
    }

    private static @Nullable Double initStrength(GenerationRequest open) {
        if (open.init() == null && open.initStrength() != null) {
            throw new InvalidFieldException(
                    "initStrength", "initStrength is of no use without init, the id of a picture");
        }
        return open.init() != null && open.initStrength() == null ? Double.valueOf(INIT_STRENGTH) : open.initStrength();
    }

    private static String text(String field, String name, @Nullable String text) {
        String given = text == null ? "" : text;
        if (given.length() > LONGEST_PROMPT) {
            throw new InvalidFieldException(
                    field,
                    "the " + name + " has " + given.length() + " characters; expected at most " + LONGEST_PROMPT);
        }
        if (given.indexOf('\0') >= 0) { // neither a PNG text nor PostgreSQL can hold it
            throw new InvalidFieldException(
                    field, "the " + name + " has the character U+0000 at " + given.indexOf('\0') + "; remove it");
        }
        return given;
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
