package org.stylecodes.studio.gallery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.NearestCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidFieldException;
import org.stylecodes.image.Lab;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.picture.ColourPalette;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.request.StyleResolver;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.PictureInfo;
import org.stylecodes.studio.store.Sample;
import org.stylecodes.studio.store.Style;
import org.stylecodes.studio.store.StyleQuery;
import org.stylecodes.studio.store.StyleRecords;

/** The kept styles of the loaded model. Thread-safe. */
public final class Gallery {
    private static final int MAX_SCANNED = 100_000;

    private final StyleRecords styles;
    private final LoadedModel loaded;
    private final StyleResolver resolver;
    private final PictureStore pictures;
    private final StyleSamples samples;
    private final Object mapLock = new Object();
    private @Nullable StyleMap map;

    /** @param samples queues the samples of kept styles */
    public Gallery(
            StyleRecords styles,
            LoadedModel loaded,
            StyleResolver resolver,
            PictureStore pictures,
            StyleSamples samples) {
        this.styles = styles;
        this.loaded = loaded;
        this.resolver = resolver;
        this.pictures = pictures;
        this.samples = samples;
    }

    /**
     * A style that was found.
     *
     * @param distance 0 to 2 between codes; between colours in CIELAB, where 100 is the distance of black and white
     */
    public record Near(Style style, double distance) {}

    /**
     * Keeps a style, and queues its samples.
     *
     * @throws org.stylecodes.error.StyleCodesException if a field of the draft is invalid
     * @throws org.stylecodes.code.InvalidCodeException if the code is invalid
     */
    public Style add(StyleDraft draft) {
        StyleCode code =
                InvalidFieldException.check("code", () -> CodeText.parse(draft.code() == null ? "" : draft.code())
                        .codeFor(model()));
        Style style = style(UUID.randomUUID(), code, draft);
        styles.add(List.of(style));
        samples.request(code, Job.Kind.SAMPLE);
        return style;
    }

    /** Creates a style from a draft, without keeping it. */
    Style style(UUID id, StyleCode code, StyleDraft draft) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        return new Style(
                id,
                model(),
                code,
                draft.name(null),
                draft.tags(List.of()),
                draft.note(""),
                Boolean.TRUE.equals(draft.favourite()),
                reference(draft),
                now,
                now);
    }

    /** Changes the fields of a style that the draft sets; empty if there is no style with that id. */
    public Optional<Style> change(UUID id, StyleDraft draft) {
        boolean hasReference = draft.reference() != null;
        String reference = reference(draft);
        return styles.change(
                id,
                style -> new Style(
                        id,
                        style.model(),
                        style.code(),
                        draft.name(style.name()),
                        draft.tags(style.tags()),
                        draft.note(style.note()),
                        draft.favourite() == null ? style.favourite() : draft.favourite(),
                        hasReference ? reference : style.reference(),
                        style.createdAt(),
                        Instant.ofEpochMilli(System.currentTimeMillis())));
    }

    /** The id of the model that the styles belong to. */
    String model() {
        return loaded.info().id();
    }

    /** Keeps the styles whose codes are not kept yet, and returns the styles that were added. */
    List<Style> addNew(List<Style> candidates) {
        return styles.addNew(candidates);
    }

    /** Keeps styles if the gallery is empty; false if it is not. */
    boolean addFirst(List<Style> first) {
        return styles.addFirst(model(), first);
    }

    /** Whether the gallery has no style of the model. */
    boolean isEmpty() {
        return styles.count(StyleQuery.all(model())) == 0;
    }

    /** The map of styles, computed on first use. */
    public StyleMap map() {
        synchronized (mapLock) {
            if (map == null) {
                map = StyleMap.of(loaded.get().drawing());
            }
            return map;
        }
    }

    /** All styles, up to 100000, oldest first. */
    public List<Style> all() {
        return styles.page(StyleQuery.all(model()), StyleQuery.Order.OLDEST, MAX_SCANNED, null);
    }

    /** The codes of all styles, up to 100000. */
    Set<StyleCode> codes() {
        return styles.codes(model(), MAX_SCANNED).stream()
                .map(StyleRecords.CodeEntry::code)
                .collect(Collectors.toSet());
    }

    /** Summaries of all styles, up to 100000, oldest first. */
    public List<StyleRecords.Summary> summaries() {
        return styles.summaries(model(), StyleSamples.PROMPTS, MAX_SCANNED);
    }

    /** The styles whose codes are nearest to a code, nearest first. */
    public List<Near> nearest(StyleCode code, int count) {
        List<StyleRecords.CodeEntry> all = styles.codes(model(), MAX_SCANNED);
        var matches = NearestCodes.among(
                        all.stream().map(StyleRecords.CodeEntry::code).toList())
                .to(code, count);
        return near(
                matches.stream().map(match -> all.get(match.index()).style()).toList(),
                matches.stream().map(match -> match.distance()).toList());
    }

    /**
     * The styles whose pictures have the colours nearest to a colour, nearest first.
     *
     * @param colour an sRGB colour such as {@code #8090a0}
     */
    public List<Near> nearest(String colour, int count) {
        Lab wanted = ColourPalette.colour(colour);
        record Match(UUID style, double distance) {}
        List<Match> matches = summaries().stream()
                .map(style -> new Match(style.id(), distance(wanted, style.picture())))
                .filter(match -> Double.isFinite(match.distance()))
                .sorted(Comparator.comparingDouble(Match::distance))
                .limit(count)
                .toList();
        return near(
                matches.stream().map(Match::style).toList(),
                matches.stream().map(Match::distance).toList());
    }

    // Leaves out styles that were removed in the meantime.
    private List<Near> near(List<UUID> ids, List<Double> distances) {
        Map<UUID, Style> found = styles.find(ids).stream().collect(Collectors.toMap(Style::id, Function.identity()));
        List<Near> near = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Style style = found.get(ids.get(i));
            if (style != null) {
                near.add(new Near(style, distances.get(i)));
            }
        }
        return near;
    }

    /** The colours of a style: those of its reference picture, or else of its first drawn sample. */
    public List<String> palette(Style style, List<Sample> drawn) {
        return picture(style, drawn).map(PictureInfo::palette).orElse(List.of());
    }

    /** The picture that represents a style: its reference picture, or else its first drawn sample. */
    public Optional<PictureInfo> picture(Style style, List<Sample> drawn) {
        Optional<PictureInfo> reference = Optional.ofNullable(style.reference()).flatMap(pictures::find);
        return reference.or(() -> StyleSamples.PROMPTS.stream()
                .flatMap(prompt -> StyleSamples.of(drawn, prompt).stream())
                .flatMap(sample -> Optional.ofNullable(sample.picture()).flatMap(pictures::find).stream())
                .findFirst());
    }

    private static double distance(Lab wanted, @Nullable PictureInfo picture) {
        return Stream.ofNullable(picture)
                .flatMap(info -> info.palette().stream())
                .mapToDouble(colour -> wanted.distance(ColourPalette.colour(colour)))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private @Nullable String reference(StyleDraft draft) {
        return draft.reference() == null || draft.reference().isEmpty()
                ? null
                : InvalidFieldException.check("reference", () -> resolver.picture(draft.reference()))
                        .id();
    }
}
