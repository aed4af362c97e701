package org.stylecodes.studio.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.studio.json.StrictJson;
import org.stylecodes.studio.model.EncodingQueue;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.Style;

/**
 * Fills a new gallery with two dozen demo styles. Their pictures are resources, drawn by the renderer of the training scenes in
 * styles that no model was trained on. Their codes are computed with the loaded model.
 */
public final class DemoGallery {
    private static final String FOLDER = "/org/stylecodes/studio/demo/";

    private final Gallery gallery;
    private final StyleSamples samples;
    private final PictureStore pictures;
    private final EncodingQueue encodings;

    /** @param gallery the gallery to fill */
    public DemoGallery(Gallery gallery, StyleSamples samples, PictureStore pictures, EncodingQueue encodings) {
        this.gallery = gallery;
        this.samples = samples;
        this.pictures = pictures;
        this.encodings = encodings;
    }

    private record DemoStyle(String file, String name, List<String> tags, String note) {}

    /**
     * Fills the gallery if it is empty. Adds all demo styles or none, and adds them only once even if several servers share the
     * gallery. Blocks until the pictures are encoded.
     */
    public void fill() {
        if (gallery.isEmpty()) {
            List<Style> styles = styles().stream().map(this::style).toList();
            if (gallery.addFirst(styles)) {
                samples.requestMissing();
            }
        }
    }

    private Style style(DemoStyle style) {
        Picture picture = Pictures.read(resource(style.file()));
        String reference = pictures.add(picture, Map.of()).id();
        return gallery.style(
                UUID.randomUUID(),
                encodings.encode(picture),
                new StyleDraft(null, style.name(), style.tags(), style.note(), reference, false));
    }

    private static List<DemoStyle> styles() {
        return List.of(StrictJson.read(resource("styles.json"), DemoStyle[].class));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(DemoGallery.class.getResourceAsStream(FOLDER + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
