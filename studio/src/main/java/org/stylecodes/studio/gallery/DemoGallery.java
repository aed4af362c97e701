package org.stylecodes.studio.gallery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.stylecodes.image.Picture;
import org.stylecodes.studio.drawing.EncodingLane;
import org.stylecodes.studio.store.Style;
import org.stylecodes.studio.store.StyleQuery;
import org.stylecodes.train.scene.SceneObject;
import org.stylecodes.train.scene.SceneSample;
import org.stylecodes.train.scene.SceneStyle;

/** Two dozen styles of the scene renderer, which no model was trained on, so that a new gallery has something to show. */
public record DemoGallery(Gallery gallery, EncodingLane encodings) {
    private static final long FIRST_STYLE = 3_000_000;
    private static final int STYLES = 24;
    private static final int SIDE = 256;

    /**
     * Fills the gallery if there is nothing in it, with all styles or none, and once if several servers do; blocks until they
     * are encoded.
     */
    public void fill() {
        String model = gallery.models().info().id();
        if (gallery.store().styles().count(StyleQuery.all(model)) == 0) {
            List<Style> styles = LongStream.range(FIRST_STYLE, FIRST_STYLE + STYLES)
                    .mapToObj(number -> style(SceneStyle.of(number)))
                    .toList();
            if (gallery.store().styles().addFirst(model, styles)) {
                gallery.samples().requestMissing();
            }
        }
    }

    private Style style(SceneStyle style) {
        Picture picture =
                SceneSample.of(style, 0, List.of(SceneObject.values()), 0).render(SIDE);
        String reference = gallery.pictures().add(picture, Map.of()).id();
        String family = style.family().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return gallery.style(
                UUID.randomUUID(),
                encodings.encode(picture),
                new StyleDraft(
                        null,
                        name(family) + " " + (style.id() - FIRST_STYLE + 1),
                        List.of("demo", family, style.lineArt() ? "line art" : "areas"),
                        "Style " + style.id() + " of the scene renderer.",
                        reference,
                        false));
    }

    private static String name(String family) {
        return Character.toUpperCase(family.charAt(0)) + family.substring(1);
    }
}
