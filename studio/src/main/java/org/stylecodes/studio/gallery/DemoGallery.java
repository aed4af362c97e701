package org.stylecodes.studio.gallery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.stylecodes.image.Picture;
import org.stylecodes.studio.drawing.EncodingLane;
import org.stylecodes.studio.picture.Palette;
import org.stylecodes.studio.store.StyleQuery;
import org.stylecodes.train.scene.SceneObject;
import org.stylecodes.train.scene.SceneSample;
import org.stylecodes.train.scene.SceneStyle;

/** Two dozen styles of the scene renderer, which no model was trained on, so that a new gallery has something to show. */
public record DemoGallery(Gallery gallery, EncodingLane encodings) {
    private static final long FIRST_STYLE = 3_000_000;
    private static final int STYLES = 24;
    private static final int SIDE = 256;

    /** Fills the gallery if there is nothing in it; blocks until the styles are encoded. */
    public void fill() {
        if (gallery.store()
                        .styles()
                        .count(StyleQuery.all(gallery.models().info().id()))
                == 0) {
            LongStream.range(FIRST_STYLE, FIRST_STYLE + STYLES)
                    .mapToObj(SceneStyle::of)
                    .forEach(this::add);
        }
    }

    private void add(SceneStyle style) {
        Picture picture =
                SceneSample.of(style, 0, List.of(SceneObject.values()), 0).render(SIDE);
        String reference = gallery.pictures().add(picture, Map.of()).id();
        String family = style.family().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String number = String.valueOf(style.id() - FIRST_STYLE + 1);
        gallery.add(new StyleDraft(
                encodings.encode(picture).toString(),
                name(family) + " " + number,
                List.of("demo", family, style.lineArt() ? "line art" : "areas"),
                "A style of the scene renderer, number " + style.id() + ", with "
                        + String.join(" ", Palette.of(picture)) + ".",
                reference,
                false));
    }

    private static String name(String family) {
        return Character.toUpperCase(family.charAt(0)) + family.substring(1);
    }
}
