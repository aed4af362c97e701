package org.stylecodes.studio.http;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.studio.gallery.Samples;
import org.stylecodes.studio.gallery.StyleMap;
import org.stylecodes.studio.store.Sample;
import org.stylecodes.studio.store.Style;

/** A style of the gallery in JSON. */
public record StyleView(
        String id,
        String code,
        String shared,
        String name,
        List<String> tags,
        String note,
        boolean favourite,
        @Nullable PictureView reference,
        List<SampleView> samples,
        List<String> palette,
        double x,
        double y,
        String createdAt,
        String updatedAt) {
    /** One of the fixed prompts in that style. */
    public record SampleView(String prompt, @Nullable PictureView picture) {}

    static StyleView of(Style style, Workshop workshop) {
        return of(List.of(style), workshop).get(0);
    }

    static List<StyleView> of(Collection<Style> styles, Workshop workshop) {
        Map<StyleCode, List<Sample>> samples =
                workshop.samples().find(styles.stream().map(Style::code).toList());
        return styles.stream()
                .map(style -> of(style, samples.getOrDefault(style.code(), List.of()), workshop))
                .toList();
    }

    private static StyleView of(Style style, List<Sample> samples, Workshop workshop) {
        StyleMap.Place place = workshop.gallery().map().place(style.code());
        return new StyleView(
                style.id().toString(),
                style.code().toString(),
                new SharedCode(style.model(), style.code()).toString(),
                style.name(),
                style.tags(),
                style.note(),
                style.favourite(),
                picture(style.reference(), workshop),
                Samples.PROMPTS.stream()
                        .map(prompt -> new SampleView(
                                prompt,
                                picture(
                                        Samples.of(samples, prompt)
                                                .map(Sample::picture)
                                                .orElse(null),
                                        workshop)))
                        .toList(),
                workshop.gallery().palette(style, samples),
                place.x(),
                place.y(),
                style.createdAt().toString(),
                style.updatedAt().toString());
    }

    static @Nullable PictureView picture(@Nullable String id, Workshop workshop) {
        return Optional.ofNullable(id)
                .flatMap(workshop.pictures()::find)
                .map(PictureView::of)
                .orElse(null);
    }
}
