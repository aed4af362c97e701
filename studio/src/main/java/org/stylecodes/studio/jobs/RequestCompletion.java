package org.stylecodes.studio.jobs;

import org.jspecify.annotations.Nullable;
import org.stylecodes.InitPicture;
import org.stylecodes.ModelInfo;
import org.stylecodes.Request;
import org.stylecodes.WeightedStyle;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.image.Picture;
import org.stylecodes.json.RequestJson;
import org.stylecodes.json.StyleJson;
import org.stylecodes.studio.limits.Limits;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.picture.PictureStore;

/**
 * Checks a request and fills the fields that it leaves open, so that drawing the filled request again gives the same picture.
 * Thread-safe.
 */
public final class RequestCompletion {
    private static final int LONGEST_PROMPT = 2000;
    private static final int MOST_STYLES = 16;
    private static final double INIT_STRENGTH = 0.7;
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
     * @throws InvalidRequestException if it cannot be drawn, or a style has a wrong code
     */
    public RequestJson complete(RequestJson open) {
        requireWithinLimits(open);
        ModelInfo model = loaded.info();
        Double initStrength = initStrength(open);
        InitPicture start = null;
        if (open.init() != null) {
            lookup.picture(open.init()); // which must be there; its pixels are not needed yet
            start = new InitPicture(ANY, required(initStrength));
        }
        Request filled = model.filled(open.request(this::style, model.size(), start));
        return RequestJson.of(filled, model.id(), open.init(), initStrength);
    }

    /** A completed request, with the pixels of its init picture. */
    Request request(RequestJson completed) {
        InitPicture start = completed.init() == null
                ? null
                : new InitPicture(
                        pictures.picture(lookup.picture(completed.init())), required(completed.initStrength()));
        return completed.request(StyleJson::weighted, null, start);
    }

    private WeightedStyle style(StyleJson style) {
        return new WeightedStyle(null, lookup.code(style), style.weightOrDefault());
    }

    private void requireWithinLimits(RequestJson open) {
        requireLength("prompt", open.prompt());
        requireLength("negative prompt", open.negative());
        if (open.styles() != null && open.styles().size() > MOST_STYLES) {
            throw new InvalidRequestException(
                    "the request has " + open.styles().size() + " styles; expected at most " + MOST_STYLES);
        }
        requireWithin("number of steps", open.steps(), limits.steps());
        requireWithin("number of pictures", open.count(), limits.count());
        requireWithin("width", open.width(), limits.side());
        requireWithin("height", open.height(), limits.side());
    }

    private static @Nullable Double initStrength(RequestJson open) {
        if (open.init() == null && open.initStrength() != null) {
            throw new InvalidRequestException("initStrength is of no use without init, the id of a picture");
        }
        return open.init() != null && open.initStrength() == null ? Double.valueOf(INIT_STRENGTH) : open.initStrength();
    }

    private static void requireLength(String name, @Nullable String text) {
        if (text != null && text.length() > LONGEST_PROMPT) {
            throw new InvalidRequestException(
                    "the " + name + " has " + text.length() + " characters; expected at most " + LONGEST_PROMPT);
        }
    }

    private static void requireWithin(String name, @Nullable Integer value, int most) {
        if (value != null && (value < 1 || value > most)) {
            throw new InvalidRequestException("the " + name + " is " + value + "; expected 1 to " + most);
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a request was not completed");
        }
        return value;
    }
}
