package org.stylecodes.studio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stylecodes.code.StyleCode;

/** The gallery. */
class StyleRecordsTest extends RecordsTest {
    private static final List<String> PROMPTS = List.of("a house", "a boat");
    private static final StyleCode OTHER = StyleCode.parse("AAAAAAAAAAAAAAAAAAAA");

    @Test
    void theCodesOfAGalleryAreReadTheOldestFirst() {
        Style second = style("second", 2);
        Style first = style("first", 1);
        store.styles().add(List.of(second, first, style("third", 3)));
        assertEquals(
                List.of(new KeptCode(first.id(), CODE), new KeptCode(second.id(), CODE)),
                store.styles().codes("nano1", 2));
        assertEquals(List.of(), store.styles().codes("other", 2));
    }

    @Test
    void aGlanceShowsTheReferenceOrElseTheFirstSampleThatIsDrawn() {
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
                        new StyleGlance(plain.id(), OTHER, "a", null),
                        new StyleGlance(sampled.id(), CODE, "a", drawn),
                        new StyleGlance(referring.id(), CODE, "a", reference)),
                store.styles().glances("nano1", PROMPTS, 9));
    }

    @ParameterizedTest
    @EnumSource
    void theNextPageGoesOnWhereTheOneBeforeEndedWhateverBecameOfItsLastStyle(StyleOrder order) {
        for (int i = 0; i < 6; i++) {
            store.styles().add(List.of(style("style " + i, i)));
        }
        StyleQuery all = StyleQuery.all("nano1");
        List<Style> before = store.styles().page(all, order, 6, null);
        StyleCursor place = StyleCursor.of(before.get(2));
        store.styles().change(before.get(2).id(), StyleRecordsTest::aLovedZebra);
        assertEquals(before.get(3), store.styles().page(all, order, 1, place).get(0));
        store.styles().remove(before.get(2).id());
        assertEquals(before.subList(3, 6), store.styles().page(all, order, 6, place));
    }

    @Test
    void ofChangesAtOnceNoneIsLost() throws Exception {
        Style style = style("", 1);
        store.styles().add(List.of(style));
        atOnce(20, i -> store.styles().change(style.id(), RecordsTest::longer));
        Style changed = store.styles().find(style.id()).orElseThrow();
        assertEquals("x".repeat(20), changed.name());
        assertEquals(20, changed.tags().size());
        assertEquals(Optional.empty(), store.styles().change(UUID.randomUUID(), RecordsTest::longer));
    }

    @Test
    void aCodeThatSeveralBringAtOnceIsKeptOnce() throws Exception {
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

    private static Style aLovedZebra(Style style) {
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
        Job job = job(JobKind.SAMPLE, 1);
        store.samples().add("nano1", new Sample(CODE, prompt, null, job.id()), job, PLENTY);
        store.jobs().claim("w");
        store.jobs().addResult(job.id(), "w", new JobResult(0, 1, picture));
    }

    private static PictureInfo picture(String id) {
        return new PictureInfo(id, 3, 2, List.of("#010203", "#ffffff"));
    }

    private static Style like(StyleCode code, long createdAt, String picture) {
        Instant time = Instant.ofEpochMilli(createdAt);
        return new Style(UUID.randomUUID(), "nano1", code, "a", List.of(), "", false, picture, time, time);
    }
}
