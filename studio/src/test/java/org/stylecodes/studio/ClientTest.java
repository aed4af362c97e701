package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Guidance;
import org.stylecodes.Interval;
import org.stylecodes.Progress;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.client.DrawnPicture;
import org.stylecodes.client.NearStyle;
import org.stylecodes.client.Page;
import org.stylecodes.client.RefusedException;
import org.stylecodes.client.StudioClient;
import org.stylecodes.client.StudioGeneration;
import org.stylecodes.client.StudioJob;
import org.stylecodes.client.StudioStyle;
import org.stylecodes.client.StyleSearch;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.CancelledException;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.notes.PictureNotes;

/** The Java client with a studio that requires a token. */
class ClientTest {
    private static final String TOKEN = "a token of this test";
    private static final StyleCode CODE = StyleCode.parse("RIgP_58waM-Dx3A5idNo");
    private static final StyleCode OTHER = StyleCode.parse("AAAAAAAAAAAAAAAAAAAA");
    private static final Request SMALL = Request.of("a cat").steps(1).size(64, 64);

    @TempDir
    private static Path folder;

    private static Studio studio;
    private static StudioClient client;

    @BeforeAll
    static void start() throws InterruptedException {
        studio = Studio.start(StudioOptions.local(0, folder, StyleCodes::nano).access("127.0.0.1", List.of(TOKEN)));
        client = StudioClient.at(studio.address()).token(TOKEN);
        Caller.of(studio).awaitReady();
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @Test
    void itSharesCodesOfTheModelOfTheStudio() {
        assertEquals(new SharedCode("nano1", CODE), client.share(CODE));
    }

    @Test
    void itEncodesAsTheLibraryDoes() {
        Picture picture = Picture.of(32, 32, new byte[32 * 32 * 3]);
        try (StyleCodes model = StyleCodes.nano()) {
            assertEquals(model.share(model.encode(picture)), client.encode(Pictures.png(picture)));
            assertEquals(model.share(model.random(5)), client.random(5));
        }
    }

    @Test
    void itDrawsAndReportsEveryStep() {
        List<String> steps = new ArrayList<>();
        StudioGeneration drawn = client.generate(SMALL.style(CODE)
                .steps(3)
                .seed(4)
                .count(2)
                .listener(step ->
                        steps.add(step.picture() + "/" + step.pictures() + " " + step.step() + "/" + step.steps())));
        assertEquals(
                List.of(4L, 5L),
                drawn.pictures().stream().map(DrawnPicture::seed).toList());
        assertEquals("2/2 3/3", steps.get(steps.size() - 1));
        DrawnPicture second = drawn.pictures().get(1);
        assertEquals(
                5, PictureNotes.read(Pictures.readText(second.png())).request().seed());
        assertEquals(64, second.picture().width());
    }

    @Test
    void theListenerSeesPreviews() {
        List<Picture> previews = new ArrayList<>();
        client.generate(SMALL.steps(12).listener(step -> {
            if (step.step() == 12) {
                previews.add(step.preview());
            }
        }));
        assertEquals(64, previews.get(0).width());
    }

    @Test
    void theListenerCanCancel() {
        Request request = SMALL.steps(60).listener(Progress::cancel);
        assertThrows(CancelledException.class, () -> client.generate(request));
    }

    @Test
    void aRequestWithoutASeedGetsOne() {
        StudioGeneration first = client.generate(SMALL);
        StudioGeneration second = client.generate(SMALL);
        assertNotEquals(first.request().seed(), second.request().seed());
        assertEquals(first.request().seed(), first.first().seed());
    }

    @Test
    void aSeedOf64BitsArrives() {
        assertEquals(
                Long.MIN_VALUE,
                client.generate(SMALL.seed(Long.MIN_VALUE)).first().seed());
    }

    @Test
    void endedJobsAreListed() {
        StudioGeneration drawn = client.generate(SMALL.seed(77));
        Page<StudioJob> newest = client.jobs();
        StudioJob job = newest.items().stream()
                .filter(item -> item.id().equals(drawn.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(StudioJob.State.DONE, job.state());
        assertEquals(drawn.request(), job.request());
        assertEquals(77, job.results().get(0).seed());
        assertArrayEquals(drawn.first().png(), client.png(job.results().get(0).picture()));
        assertEquals(job, client.job(drawn.id()));
        assertEquals(drawn.request(), client.drawing(drawn.id()).await().request());
    }

    @Test
    void jobsComeInPages() {
        for (int i = 0; i < 25; i++) {
            client.begin(SMALL.seed(i));
        }
        Page<StudioJob> first = client.jobs();
        assertEquals(24, first.items().size());
        Page<StudioJob> second = client.jobsBefore(first.next().orElseThrow());
        assertFalse(first.items().contains(second.items().get(0)));
    }

    @Test
    void theGalleryIsSearched() {
        StudioStyle blue = client.save(client.share(CODE), "blue night", List.of("cold"));
        StudioStyle red = client.save(client.share(OTHER), "red noon", List.of("warm"));
        assertEquals(blue, client.style(blue.id()));
        assertEquals(
                List.of(red, blue),
                client.styles(StyleSearch.ALL.order(StyleSearch.Order.NEWEST)).items());
        assertEquals(List.of(blue), client.styles(StyleSearch.ALL.text("night")).items());
        assertEquals(List.of(red), client.styles(StyleSearch.ALL.tag("warm")).items());
        assertEquals(List.of(), client.styles(StyleSearch.ALL.favourites()).items());
        assertEquals(
                List.of(new NearStyle(red, 0)),
                client.nearest(OTHER, 2).stream()
                        .filter(near -> near.distance() == 0)
                        .toList());
        String next = client.styles(StyleSearch.ALL.limit(1)).next().orElseThrow();
        assertEquals(
                List.of(blue),
                client.styles(StyleSearch.ALL.limit(1).from(next)).items());
        client.remove(blue);
        client.remove(red);
        assertEquals(
                404,
                assertThrows(RefusedException.class, () -> client.style(blue.id()))
                        .status());
    }

    @Test
    void itIsReadyOnceTheModelIsLoaded() {
        assertTrue(client.isReady());
        assertFalse(StudioClient.at(URI.create("http://127.0.0.1:1")).isReady());
    }

    @Test
    void theSameRequestGivesTheSameBytes() {
        Request request = SMALL.seed(9);
        assertArrayEquals(
                client.generate(request).first().png(),
                client.generate(request).first().png());
    }

    @Test
    void itStartsFromAPicture() {
        Picture init = Picture.of(64, 64, new byte[64 * 64 * 3]);
        PictureNotes notes = notes(Request.of("").init(init, 0.5));
        assertEquals(0.5, notes.initStrength());
    }

    @Test
    void itGuidesAsTheLibraryDoes() {
        Guidance within =
                Guidance.separate(3, 1.5).textWithin(new Interval(0, 0.5)).styleWithin(new Interval(0.5, 1));
        List<Guidance> all = Stream.of(Guidance.joint(2), Guidance.reference(2))
                .map(guidance -> guidance.textWithin(Interval.ALL).styleWithin(Interval.ALL))
                .toList();
        for (Guidance guidance : List.of(within, all.get(0), all.get(1))) {
            assertEquals(
                    guidance,
                    notes(Request.of("").style(CODE).guidance(guidance))
                            .request()
                            .guidance());
        }
    }

    @Test
    void itMixesStylesAsTheLibraryDoes() {
        Request request = Request.of("").style(client.share(CODE), 1).style(OTHER, 3);
        assertEquals(request.mix(), notes(request).request().mix());
    }

    private static PictureNotes notes(Request request) {
        byte[] png = client.generate(request.steps(2).size(64, 64)).first().png();
        return PictureNotes.read(Pictures.readText(png));
    }

    @Test
    void itReportsWhyTheStudioRefused() {
        RefusedException refusal = assertThrows(
                RefusedException.class, () -> client.generate(Request.of("").size(65, 64)));
        assertEquals(422, refusal.status());
        assertEquals("the size is 65x64, but nano1 draws multiples of 8; the nearest is 64x64", refusal.getMessage());
        assertEquals(Optional.empty(), refusal.suggestion());
    }

    @Test
    void itIsRefusedWithoutTheToken() {
        RefusedException refusal = assertThrows(
                RefusedException.class, () -> StudioClient.at(studio.address()).model());
        assertEquals(401, refusal.status());
    }

    @Test
    void anUnreachableStudioHasStatusZero() {
        StudioClient nobody = StudioClient.at(URI.create("http://127.0.0.1:1"));
        assertEquals(0, assertThrows(RefusedException.class, nobody::model).status());
    }
}
