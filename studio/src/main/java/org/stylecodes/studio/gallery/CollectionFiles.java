package org.stylecodes.studio.gallery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.ReadOptions;
import org.stylecodes.image.Sheet;
import org.stylecodes.studio.error.NotFoundException;
import org.stylecodes.studio.json.MalformedJsonException;
import org.stylecodes.studio.json.StrictJson;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.PictureInfo;
import org.stylecodes.studio.store.Sample;
import org.stylecodes.studio.store.Style;

/**
 * Exports styles from a gallery and imports them into another, as JSON or as a PNG sheet that carries the JSON. Thread-safe.
 */
public final class CollectionFiles {
    private static final String DATA_URL = "data:image/png;base64,";
    private static final int MAX_STYLES = 2000;
    private static final int MAX_ON_SHEET = 100;
    private static final int CELL = 128;
    private static final int PNG = 0x89;

    /** Shown on a sheet for a picture that is not drawn yet or whose file is gone: a cross in light grey. */
    static final Picture MISSING = crossed();

    private static final ReadOptions THUMBNAIL =
            ReadOptions.DEFAULT.withMaxPixels(1 << 20).withMaxBytes(1 << 22);

    private final Gallery gallery;
    private final StyleSamples samples;
    private final PictureStore pictures;

    /** @param gallery the gallery to export from and to import into */
    public CollectionFiles(Gallery gallery, StyleSamples samples, PictureStore pictures) {
        this.gallery = gallery;
        this.samples = samples;
        this.pictures = pictures;
    }

    /** Exports styles as a collection. */
    public StyleCollection export(List<Style> styles) {
        return new StyleCollection(
                StyleCollection.FORMAT,
                StyleCollection.VERSION,
                gallery.model(),
                styles.stream().map(this::entry).toList());
    }

    /**
     * Exports styles as a PNG sheet with a row for each style, which another gallery can import.
     *
     * @throws InvalidRequestException if there are no styles or more than 100
     */
    public byte[] sheet(List<Style> styles) {
        if (styles.isEmpty() || styles.size() > MAX_ON_SHEET) {
            throw new InvalidRequestException("there are " + styles.size() + " styles for a sheet; expected 1 to "
                    + MAX_ON_SHEET + "; choose styles by their ids");
        }
        return Pictures.png(
                new Sheet(StyleSamples.PROMPTS, rows(styles), CELL).draw(),
                Map.of(StyleCollection.FORMAT, json(export(styles))));
    }

    /** The rows of a sheet, one for each style, with a cell for each prompt. */
    List<Sheet.Row> rows(List<Style> styles) {
        Map<StyleCode, List<Sample>> found =
                samples.find(styles.stream().map(Style::code).toList());
        return styles.stream()
                .map(style -> new Sheet.Row(
                        style.reference() == null ? null : picture(style.reference()),
                        style.name() + "\n" + style.code(),
                        cells(found.getOrDefault(style.code(), List.of()))))
                .toList();
    }

    /**
     * Imports the styles of a file. A style whose code is already in the gallery is left unchanged.
     *
     * @param file the bytes of a JSON file or a PNG sheet
     * @throws InvalidRequestException if the file is neither
     */
    public StyleCollection.Import add(byte[] file) {
        StyleCollection collection = read(file);
        List<StyleCollection.Refusal> refused = new ArrayList<>();
        Map<StyleCode, Style> wanted = new LinkedHashMap<>();
        Set<StyleCode> known = gallery.codes();
        for (StyleCollection.Entry entry : collection.styles()) {
            try {
                StyleCode code = CodeText.parse(String.valueOf(entry.code())).codeFor(gallery.model());
                if (!known.contains(code) && !wanted.containsKey(code)) {
                    wanted.put(code, gallery.style(UUID.randomUUID(), code, draft(entry)));
                }
            } catch (InvalidRequestException e) {
                if (e.getCause() instanceof OutOfMemoryError) { // which is the server's fault
                    throw e;
                }
                refused.add(new StyleCollection.Refusal(String.valueOf(entry.name()), String.valueOf(e.getMessage())));
            }
        }
        List<Style> added = gallery.addNew(List.copyOf(wanted.values()));
        samples.requestMissing();
        return new StyleCollection.Import(
                added.size(), collection.styles().size() - refused.size() - added.size(), refused);
    }

    private StyleCollection.Entry entry(Style style) {
        return new StyleCollection.Entry(
                new SharedCode(style.model(), style.code()).toString(),
                style.name(),
                style.tags(),
                style.note(),
                style.favourite(),
                Optional.ofNullable(style.reference())
                        .flatMap(pictures::find)
                        .map(this::thumbnail)
                        .orElse(null));
    }

    private @Nullable String thumbnail(PictureInfo picture) {
        try {
            return DATA_URL + Base64.getEncoder().encodeToString(pictures.thumbnail(picture));
        } catch (NotFoundException e) {
            return null;
        }
    }

    private StyleDraft draft(StyleCollection.Entry entry) {
        return new StyleDraft(
                null, entry.name(), entry.tags(), entry.note(), reference(entry.thumbnail()), entry.favourite());
    }

    private @Nullable String reference(@Nullable String thumbnail) {
        if (thumbnail == null) {
            return null;
        }
        if (!thumbnail.startsWith(DATA_URL)) {
            throw new InvalidRequestException(
                    "the thumbnail is not a data URL of a PNG; expected a text that starts with " + DATA_URL);
        }
        try {
            byte[] png = Base64.getDecoder().decode(thumbnail.substring(DATA_URL.length()));
            PictureInfo kept = pictures.add(Pictures.read(png, "the thumbnail", THUMBNAIL), Map.of());
            return kept.id();
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("the thumbnail is not valid base64");
        }
    }

    private List<Picture> cells(List<Sample> drawn) {
        return StyleSamples.PROMPTS.stream()
                .map(prompt -> picture(
                        StyleSamples.of(drawn, prompt).map(Sample::picture).orElse(null)))
                .toList();
    }

    private Picture picture(@Nullable String id) {
        try {
            return Optional.ofNullable(id)
                    .flatMap(pictures::find)
                    .map(pictures::thumbnailPicture) // cells are no larger than thumbnails
                    .orElse(MISSING);
        } catch (NotFoundException e) {
            return MISSING;
        }
    }

    private static Picture crossed() {
        byte[] pixels = new byte[CELL * CELL * 3];
        Arrays.fill(pixels, (byte) 240);
        for (int i = 0; i < CELL; i++) {
            for (int x : new int[] {i, CELL - 1 - i}) {
                Arrays.fill(pixels, (i * CELL + x) * 3, (i * CELL + x) * 3 + 3, (byte) 200);
            }
        }
        return Picture.of(CELL, CELL, pixels);
    }

    private static StyleCollection read(byte[] file) {
        String text = file.length > 0 && (file[0] & 255) == PNG
                ? Pictures.readText(file).get(StyleCollection.FORMAT)
                : new String(file, StandardCharsets.UTF_8);
        if (text == null) {
            throw new InvalidRequestException(
                    "the picture does not carry a collection of styles; expected an unchanged sheet that a"
                            + " studio exported");
        }
        try {
            StyleCollection collection = StrictJson.read(text.getBytes(StandardCharsets.UTF_8), StyleCollection.class);
            if (!StyleCollection.FORMAT.equals(collection.format()) || collection.styles() == null) {
                throw new InvalidRequestException("the file is not a collection of styles; expected \"format\": \""
                        + StyleCollection.FORMAT + "\" and \"styles\"");
            }
            if (collection.version() > StyleCollection.VERSION
                    || collection.styles().size() > MAX_STYLES) {
                throw new InvalidRequestException("the collection has version " + collection.version() + " and "
                        + collection.styles().size() + " styles; expected version " + StyleCollection.VERSION
                        + " and at most " + MAX_STYLES);
            }
            return collection;
        } catch (MalformedJsonException e) {
            if (e.field() != null) {
                throw e;
            }
            throw new InvalidRequestException("the file is neither a JSON collection of styles nor a PNG sheet");
        }
    }

    private static String json(StyleCollection collection) {
        return new String(StrictJson.bytes(collection), StandardCharsets.UTF_8);
    }
}
