package org.stylecodes.studio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stylecodes.code.StyleCode;

/** The records of styles. */
class StyleRecordsTest extends RecordsTest {
    private static final List<String> PROMPTS = List.of("a house", "a boat");
    private static final StyleCode OTHER = StyleCode.parse("AAAAAAAAAAAAAAAAAAAA");

    @Test
    void aKeptStyleIsFound() {
        Style style = style("Dusk", 5, "warm", "évening");
        store.styles().add(List.of(style));
        assertEquals(style, store.styles().find(style.id()).orElseThrow());
        assertEquals(style, store.styles().find("nano1", CODE).orElseThrow());
        assertEquals(Optional.empty(), store.styles().find("other", CODE));
    }

    @Test
    void aStyleIsChangedWithItsTags() {
        Style style = style("Dusk", 5, "warm");
        store.styles().add(List.of(style));
        Style other = new Style(
                style.id(),
                "nano1",
                CODE,
                "Dawn",
                List.of("cold"),
                "",
                true,
                null,
                style.createdAt(),
                Instant.ofEpochMilli(9));
        assertEquals(Optional.of(other), store.styles().change(style.id(), present -> other));
        assertEquals(other, store.styles().find(style.id()).orElseThrow());
        assertEquals(
                List.of(new StyleRecords.TagCount("cold", 1)), store.styles().tags("nano1"));
    }

    @Test
    void aRemovedStyleIsGoneWithItsTags() {
        Style style = style("Dusk", 5, "warm");
        store.styles().add(List.of(style));
        assertTrue(store.styles().remove(style.id()));
        assertFalse(store.styles().remove(style.id()));
        assertEquals(List.of(), store.styles().tags("nano1"));
    }

    @Test
    void searchFindsEveryWordInNameNoteOrTagsIgnoringCase() {
        store.styles().add(List.of(style("ÉVENING light", 1, "warm"), style("Evening", 2, "cold")));
        assertEquals(List.of("ÉVENING light"), names("évening"));
        assertEquals(List.of("ÉVENING light"), names("LIGHT", "Warm"));
        assertEquals(List.of(), names("light", "cold"));
    }

    @Test
    void searchTakesWildcardsAndQuotesLiterally() {
        store.styles().add(List.of(style("100% blue", 1), style("a_b", 2), style("O'Hara; DROP TABLE styles --", 3)));
        assertEquals(List.of("100% blue"), names("%"));
        assertEquals(List.of("a_b"), names("a_"));
        assertEquals(List.of("O'Hara; DROP TABLE styles --"), names("o'hara;"));
        assertEquals(List.of(), names("!"));
        assertEquals(List.of(), names("' OR '1'='1"));
    }

    @Test
    void everyOrderPagesThroughAllStylesOnce() {
        for (int i = 0; i < 7; i++) {
            store.styles().add(List.of(style("style " + (6 - i) / 2, i / 2)));
        }
        for (StyleQuery.Order order : StyleQuery.Order.values()) {
            List<Style> all = new ArrayList<>();
            List<Style> page = store.styles().page(StyleQuery.all("nano1"), order, 3, null);
            while (!page.isEmpty()) {
                all.addAll(page);
                page = store.styles()
                        .page(StyleQuery.all("nano1"), order, 3, StyleCursor.of(page.get(page.size() - 1)));
            }
            assertEquals(7, new HashSet<>(all).size(), order.name());
            assertEquals(7, all.size(), order.name());
        }
    }

    @Test
    void favouritesComeFirstInTheirOrder() {
        Style plain = style("plain", 9);
        Style favourite = new Style(
                UUID.randomUUID(),
                "nano1",
                CODE,
                "favourite",
                List.of(),
                "",
                true,
                null,
                Instant.ofEpochMilli(1),
                Instant.ofEpochMilli(1));
        store.styles().add(List.of(plain, favourite));
        assertEquals(
                List.of("favourite", "plain"),
                store.styles().page(StyleQuery.all("nano1"), StyleQuery.Order.FAVOURITE, 9, null).stream()
                        .map(Style::name)
                        .toList());
        assertEquals(1, store.styles().count(new StyleQuery("nano1", List.of(), null, true)));
    }

    @Test
    void codesAreReadOldestFirst() {
        Style second = style("second", 2);
        Style first = style("first", 1);
        store.styles().add(List.of(second, first, style("third", 3)));
        assertEquals(
                List.of(new StyleRecords.CodeEntry(first.id(), CODE), new StyleRecords.CodeEntry(second.id(), CODE)),
                store.styles().codes("nano1", 2));
        assertEquals(List.of(), store.styles().codes("other", 2));
    }

    @Test
    void aSummaryShowsTheReferenceOrElseTheFirstDrawnSample() {
        PictureInfo reference = picture("reference");
        PictureInfo drawn = picture("drawn");
        store.pictures().add(reference);
        store.pictures().add(drawn);
        Style plain = like(OTHER, 1, null);
        Style sampled = like(CODE, 2, null);
        Style referring = like(CODE, 3, "reference");
        store.styles().add(List.of(referring, sampled, plain));
        draw("a boat", "drawn");
        assertEquals(
                List.of(
                        new StyleRecords.Summary(plain.id(), OTHER, "a", null),
                        new StyleRecords.Summary(sampled.id(), CODE, "a", drawn),
                        new StyleRecords.Summary(referring.id(), CODE, "a", reference)),
                store.styles().summaries("nano1", PROMPTS, 9));
    }

    @ParameterizedTest
    @EnumSource
    void theNextPageContinuesEvenIfTheLastStyleWasChangedOrRemoved(StyleQuery.Order order) {
        for (int i = 0; i < 6; i++) {
            store.styles().add(List.of(style("style " + i, i)));
        }
        StyleQuery all = StyleQuery.all("nano1");
        List<Style> before = store.styles().page(all, order, 6, null);
        StyleCursor place = StyleCursor.of(before.get(2));
        store.styles().change(before.get(2).id(), StyleRecordsTest::asFavouriteZebra);
        assertEquals(before.get(3), store.styles().page(all, order, 1, place).get(0));
        store.styles().remove(before.get(2).id());
        assertEquals(before.subList(3, 6), store.styles().page(all, order, 6, place));
    }

    @Test
    void concurrentChangesAreNotLost() throws Exception {
        Style style = style("", 1);
        store.styles().add(List.of(style));
        atOnce(20, i -> store.styles().change(style.id(), RecordsTest::longer));
        Style changed = store.styles().find(style.id()).orElseThrow();
        assertEquals("x".repeat(20), changed.name());
        assertEquals(20, changed.tags().size());
        assertEquals(Optional.empty(), store.styles().change(UUID.randomUUID(), RecordsTest::longer));
    }

    @Test
    void concurrentImportsKeepACodeOnce() throws Exception {
        List<List<Style>> added = atOnce(
                8, i -> store.styles().addNew(List.of(like(CODE, i, null), like(OTHER, i, null), like(CODE, i, null))));
        assertEquals(2, added.stream().mapToInt(List::size).sum());
        assertEquals(2, store.styles().count(StyleQuery.all("nano1")));
    }

    @Test
    void anEmptyGalleryIsFilledOnce() throws Exception {
        List<Boolean> first = atOnce(8, i -> store.styles().addFirst("nano1", List.of(style("a", i), style("b", i))));
        assertEquals(1, Collections.frequency(first, true));
        assertEquals(2, store.styles().count(StyleQuery.all("nano1")));
    }

    private static Style asFavouriteZebra(Style style) {
        return new Style(
                style.id(),
                style.model(),
                style.code(),
                "zebra",
                style.tags(),
                style.note(),
                true,
                style.reference(),
                style.createdAt(),
                style.updatedAt());
    }

    private void draw(String prompt, String picture) {
        Job job = job(Job.Kind.SAMPLE, 1);
        store.samples().add("nano1", new Sample(CODE, prompt, null, job.id()), job, PLENTY);
        store.jobs().claim("w", MODEL);
        store.jobs().addResult(job.id(), "w", new Job.Result(0, 1, picture));
    }

    private static Style like(StyleCode code, long createdAt, String picture) {
        Instant time = Instant.ofEpochMilli(createdAt);
        return new Style(UUID.randomUUID(), "nano1", code, "a", List.of(), "", false, picture, time, time);
    }

    private List<String> names(String... words) {
        return store
                .styles()
                .page(new StyleQuery("nano1", List.of(words), null, null), StyleQuery.Order.OLDEST, 9, null)
                .stream()
                .map(Style::name)
                .toList();
    }
}
