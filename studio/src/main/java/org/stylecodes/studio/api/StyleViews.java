package org.stylecodes.studio.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.studio.gallery.Gallery;
import org.stylecodes.studio.gallery.StyleMap;
import org.stylecodes.studio.gallery.StyleSamples;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.Sample;
import org.stylecodes.studio.store.Style;

/** Creates the JSON views of styles. Thread-safe. */
public final class StyleViews {
    private final Gallery gallery;
    private final StyleSamples samples;
    private final PictureStore pictures;

    /** @param gallery the gallery of the styles */
    public StyleViews(Gallery gallery, StyleSamples samples, PictureStore pictures) {
        this.gallery = gallery;
        this.samples = samples;
        this.pictures = pictures;
    }

    /** The view of one style. */
    StyleView of(Style style) {
        return of(List.of(style)).get(0);
    }

    /** The views of several styles, in their order. */
    List<StyleView> of(Collection<Style> styles) {
        Map<StyleCode, List<Sample>> found =
                samples.find(styles.stream().map(Style::code).toList());
        return styles.stream()
                .map(style -> of(style, found.getOrDefault(style.code(), List.of())))
                .toList();
    }

    /** The view of a picture; null if no picture has that id. */
    @Nullable
    PictureView picture(@Nullable String id) {
        return Optional.ofNullable(id)
                .flatMap(pictures::find)
                .map(PictureView::of)
                .orElse(null);
    }

    private StyleView of(Style style, List<Sample> drawn) {
        StyleMap.Place place = gallery.map().place(style.code());
        return new StyleView(
                style.id().toString(),
                style.code().toString(),
                new SharedCode(style.model(), style.code()).toString(),
                style.name(),
                style.tags(),
                style.note(),
                style.favourite(),
                picture(style.reference()),
                StyleSamples.PROMPTS.stream()
                        .map(prompt -> new StyleView.SampleView(
                                prompt,
                                picture(StyleSamples.of(drawn, prompt)
                                        .map(Sample::picture)
                                        .orElse(null))))
                        .toList(),
                gallery.palette(style, drawn),
                place.x(),
                place.y(),
                style.createdAt().toString(),
                style.updatedAt().toString());
    }
}
