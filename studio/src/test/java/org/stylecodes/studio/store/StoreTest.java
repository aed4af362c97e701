package org.stylecodes.studio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stylecodes.InvalidRequestException;
import org.stylecodes.code.StyleCode;
import org.stylecodes.studio.store.JobRecords.Sign;

/** What every store must do; each database has a class of its own that opens one. */
abstract class StoreTest {
    private static final StyleCode CODE = StyleCode.parse("RIgP_58waM-Dx3A5idNo");
    private static final String MODEL = "nano1";
    private static final int PLENTY = 100;
    private static final Duration ANY = Duration.ofSeconds(-1);
    private static final Instant PAST = Instant.now().minusSeconds(60);
    private static final Instant FUTURE = Instant.now().plusSeconds(3600);

    private Store store;

    abstract Store open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatSomebodyWaitsForIsDrawnBeforeSamples() {
        Job sample = job(JobKind.SAMPLE, 1);
        Job generation = job(JobKind.GENERATION, 2);
        store.jobs().add(sample, PLENTY);
        store.jobs().add(generation, PLENTY);
        assertEquals(
                generation.id(), store.jobs().claim("w", MODEL).orElseThrow().id());
        assertEquals(sample.id(), store.jobs().claim("w", MODEL).orElseThrow().id());
        assertEquals(Optional.empty(), store.jobs().claim("w", MODEL));
    }

    @Test
    void aSampleThatSomebodyLooksForOvertakesOthersButNoGeneration() {
        Job sample = job(JobKind.SAMPLE, 1);
        Job wanted = job(JobKind.SAMPLE, 2);
        Job generation = job(JobKind.GENERATION, 3);
        List.of(sample, wanted, generation).forEach(job -> store.jobs().add(job, PLENTY));
        store.jobs().hasten(List.of(wanted.id(), generation.id()), JobKind.PREVIEW);
        assertEquals(
                List.of(generation.id(), wanted.id(), sample.id()),
                List.copyOf(store.jobs().positions().keySet()));
    }

    @Test
    void jobsOfOneKindAreDrawnInTheOrderOfAsking() {
        Job second = job(JobKind.GENERATION, 2);
        Job first = job(JobKind.GENERATION, 1);
        store.jobs().add(second, PLENTY);
        store.jobs().add(first, PLENTY);
        assertEquals(1, store.jobs().positions().get(first.id()));
        assertEquals(2, store.jobs().positions().get(second.id()));
        assertEquals(first.id(), store.jobs().claim("w", MODEL).orElseThrow().id());
    }

    @Test
    void aJobOverTheBoundIsNotTaken() {
        assertTrue(store.jobs().add(job(JobKind.GENERATION, 1), 2));
        assertTrue(store.jobs().add(job(JobKind.GENERATION, 2), 2));
        assertFalse(store.jobs().add(job(JobKind.GENERATION, 3), 2));
        assertTrue(store.jobs().add(job(JobKind.SAMPLE, 4), 2));
        assertEquals(2, store.jobs().waiting(JobKind.GENERATION));
    }

    @Test
    void aJobComesBackAsItWasAdded() {
        Job job = job(JobKind.GENERATION, 1_234_567_890_123L);
        store.jobs().add(job, PLENTY);
        assertEquals(job, store.jobs().find(job.id()).orElseThrow());
    }

    @Test
    void manyWorkersAtOnceNeverGetTheSameJob() throws Exception {
        for (int i = 0; i < 40; i++) {
            store.jobs().add(job(JobKind.GENERATION, i), PLENTY);
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<List<UUID>>> workers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "worker " + i;
            workers.add(() -> claimAll(name));
        }
        List<UUID> claimed = new ArrayList<>();
        for (Future<List<UUID>> worker : threads.invokeAll(workers)) {
            claimed.addAll(worker.get());
        }
        threads.shutdown();
        assertEquals(40, claimed.size());
        assertEquals(40, new HashSet<>(claimed).size());
    }

    @Test
    void theResultsOfAWorkerThatLostItsJobAreNotTaken() {
        Job job = claimed("first");
        store.jobs().recover(ANY, 10);
        store.jobs().claim("second", MODEL);
        store.jobs().addResult(job.id(), "first", new JobResult(0, 7, "late"));
        assertFalse(store.jobs().finish(job.id(), "first", JobState.DONE, null));
        assertEquals(Sign.LOST, store.jobs().heartbeat(job.id(), "first", job.progress()));
        store.jobs().addResult(job.id(), "second", new JobResult(0, 7, "picture"));
        assertTrue(store.jobs().finish(job.id(), "second", JobState.DONE, null));
        Job ended = store.jobs().find(job.id()).orElseThrow();
        assertEquals(List.of(new JobResult(0, 7, "picture")), ended.results());
        assertEquals(JobState.DONE, ended.state());
    }

    @Test
    void aWorkerThatGivesSignsOfLifeKeepsItsJob() {
        Job job = claimed("w");
        assertEquals(Sign.KEEP, store.jobs().heartbeat(job.id(), "w", new JobProgress(1, 2, 3, 8, 4.5)));
        assertEquals(0, store.jobs().recover(Duration.ofMinutes(1), 10));
        Job running = store.jobs().find(job.id()).orElseThrow();
        assertEquals(JobState.RUNNING, running.state());
        assertEquals(new JobProgress(1, 2, 3, 8, 4.5), running.progress());
    }

    @Test
    void aJobThatStopsEveryWorkerFailsInTheEndAndSaysWhy() {
        Job job = claimed("w");
        store.jobs().recover(ANY, 2);
        assertEquals(JobState.QUEUED, store.jobs().find(job.id()).orElseThrow().state());
        store.jobs().claim("w", MODEL);
        store.jobs().recover(ANY, 2);
        Job ended = store.jobs().find(job.id()).orElseThrow();
        assertEquals(JobState.FAILED, ended.state());
        assertEquals(
                new JobFailure(
                        "the server stopped 2 times while it was drawing this; ask for less at once, or look into its log",
                        true),
                ended.error());
    }

    @Test
    void aJobWaitsForTheModelThatItWasTakenFor() {
        Job other = job(JobKind.GENERATION, 1, "other");
        Job any = job(JobKind.GENERATION, 2, null);
        store.jobs().add(other, PLENTY);
        store.jobs().add(any, PLENTY);
        assertEquals(any.id(), store.jobs().claim("w", MODEL).orElseThrow().id());
        assertEquals(Optional.empty(), store.jobs().claim("w", MODEL));
        assertEquals(other.id(), store.jobs().claim("w", "other").orElseThrow().id());
    }

    @Test
    void aJobSaysWhyItFailed() {
        Job job = claimed("w");
        JobFailure failure = new JobFailure("no such picture", false);
        store.jobs().finish(job.id(), "w", JobState.FAILED, failure);
        assertEquals(failure, store.jobs().find(job.id()).orElseThrow().error());
    }

    @Test
    void aJobThatWaitsIsCancelledAtOnce() {
        Job job = job(JobKind.GENERATION, 1);
        store.jobs().add(job, PLENTY);
        store.jobs().cancel(job.id());
        assertEquals(
                JobState.CANCELLED, store.jobs().find(job.id()).orElseThrow().state());
        assertEquals(Optional.empty(), store.jobs().claim("w", MODEL));
    }

    @Test
    void theWorkerOfACancelledJobHearsOfIt() {
        Job job = claimed("w");
        store.jobs().cancel(job.id());
        assertEquals(JobState.RUNNING, store.jobs().find(job.id()).orElseThrow().state());
        assertEquals(Sign.CANCELLED, store.jobs().heartbeat(job.id(), "w", job.progress()));
    }

    @Test
    void generationsAreListedPageByPageTheNewestFirst() {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            jobs.add(0, job(JobKind.GENERATION, i / 2)); // some at the same time
            store.jobs().add(jobs.get(0), PLENTY);
        }
        List<Job> first = store.jobs().newest(3, null);
        List<Job> rest = store.jobs().newest(3, first.get(2));
        List<Job> all = new ArrayList<>(first);
        all.addAll(rest);
        assertEquals(5, new HashSet<>(all).size());
        assertEquals(
                List.of(2L, 1L, 1L, 0L, 0L),
                all.stream().map(job -> job.createdAt().toEpochMilli()).toList());
    }

    @Test
    void aStyleComesBackAsItWasKept() {
        Style style = style("Dusk", 5, "warm", "évening");
        store.styles().add(List.of(style));
        assertEquals(style, store.styles().find(style.id()).orElseThrow());
        assertEquals(style, store.styles().find("nano1", CODE).orElseThrow());
        assertEquals(Optional.empty(), store.styles().find("other", CODE));
    }

    @Test
    void aStyleIsReplacedWithItsTags() {
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
        assertTrue(store.styles().replace(other));
        assertEquals(other, store.styles().find(style.id()).orElseThrow());
        assertEquals(List.of(new TagCount("cold", 1)), store.styles().tags("nano1"));
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
    void searchFindsEveryWordInNameNoteOrTagsWithoutRegardToCase() {
        store.styles().add(List.of(style("ÉVENING light", 1, "warm"), style("Evening", 2, "cold")));
        assertEquals(List.of("ÉVENING light"), names("évening"));
        assertEquals(List.of("ÉVENING light"), names("LIGHT", "Warm"));
        assertEquals(List.of(), names("light", "cold"));
    }

    @Test
    void searchTakesWildcardsAndQuotesAsTheyAre() {
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
        for (StyleOrder order : StyleOrder.values()) {
            List<Style> all = new ArrayList<>();
            List<Style> page = store.styles().page(StyleQuery.all("nano1"), order, 3, null);
            while (!page.isEmpty()) {
                all.addAll(page);
                page = store.styles().page(StyleQuery.all("nano1"), order, 3, page.get(page.size() - 1));
            }
            assertEquals(7, new HashSet<>(all).size(), order.name());
            assertEquals(7, all.size(), order.name());
        }
    }

    @Test
    void favouritesComeFirstInTheirOrder() {
        Style plain = style("plain", 9);
        Style loved = new Style(
                UUID.randomUUID(),
                "nano1",
                CODE,
                "loved",
                List.of(),
                "",
                true,
                null,
                Instant.ofEpochMilli(1),
                Instant.ofEpochMilli(1));
        store.styles().add(List.of(plain, loved));
        assertEquals(
                List.of("loved", "plain"),
                store.styles().page(StyleQuery.all("nano1"), StyleOrder.FAVOURITE, 9, null).stream()
                        .map(Style::name)
                        .toList());
        assertEquals(1, store.styles().count(new StyleQuery("nano1", List.of(), null, true)));
    }

    @Test
    void aSampleGetsThePictureThatItsJobDrew() {
        Job job = job(JobKind.SAMPLE, 1);
        Sample sample = new Sample(CODE, "a house", null, job.id());
        assertTrue(store.samples().add("nano1", sample, job, PLENTY));
        store.jobs().claim("w", MODEL);
        store.jobs().addResult(job.id(), "w", new JobResult(0, 1, "picture"));
        assertEquals(
                List.of(new Sample(CODE, "a house", "picture", job.id())),
                store.samples().find("nano1", List.of(CODE)));
    }

    @Test
    void aSampleIsAskedForOnceWhileItsJobIsUnderWay() {
        Job job = job(JobKind.SAMPLE, 1);
        Job again = job(JobKind.SAMPLE, 2);
        store.samples().add("nano1", new Sample(CODE, "a house", null, job.id()), job, PLENTY);
        assertFalse(store.samples().add("nano1", new Sample(CODE, "a house", null, again.id()), again, PLENTY));
        assertEquals(Optional.empty(), store.jobs().find(again.id()));
        store.jobs().cancel(job.id());
        assertTrue(store.samples().add("nano1", new Sample(CODE, "a house", null, again.id()), again, PLENTY));
        assertEquals(
                again.id(), store.samples().find("nano1", List.of(CODE)).get(0).job());
    }

    @Test
    void aPictureIsKnownOnce() {
        PictureInfo picture = picture("ab");
        store.pictures().add(picture);
        store.pictures().add(picture);
        assertEquals(Optional.of(picture), store.pictures().find("ab"));
    }

    @Test
    void aPictureThatNothingNamesIsRemovedWhenItWasNotUsedForLong() {
        store.pictures().add(picture("unused"));
        assertEquals(List.of(), removed(PAST));
        assertEquals(List.of("unused"), removed(FUTURE));
        assertEquals(Optional.empty(), store.pictures().find("unused"));
    }

    @Test
    void picturesThatSomethingNamesStay() {
        List.of("drawn", "sample", "reference", "start")
                .forEach(id -> store.pictures().add(picture(id)));
        Job job = from("start");
        store.jobs().add(job, PLENTY);
        store.jobs().claim("w", MODEL);
        store.jobs().addResult(job.id(), "w", new JobResult(0, 1, "drawn"));
        Job second = job(JobKind.SAMPLE, 2);
        store.samples().add("nano1", new Sample(CODE, "a house", null, second.id()), second, PLENTY);
        store.jobs().claim("w", MODEL);
        store.jobs().addResult(second.id(), "w", new JobResult(0, 1, "sample"));
        store.styles().add(List.of(like("reference")));
        assertEquals(List.of(), removed(FUTURE));
    }

    @Test
    void aPictureThatWasRemovedCannotBeNamed() {
        assertThrows(InvalidRequestException.class, () -> store.jobs().add(from("gone"), PLENTY));
        assertThrows(InvalidRequestException.class, () -> store.styles().add(List.of(like("gone"))));
        assertEquals(0, store.jobs().waiting(JobKind.GENERATION));
    }

    @Test
    void aFailureToRemoveTheFileKeepsThePicture() {
        store.pictures().add(picture("stuck"));
        assertThrows(UncheckedIOException.class, () -> store.pictures().removeUnused(FUTURE, id -> {
            throw new UncheckedIOException(new IOException(id));
        }));
        assertEquals(Optional.of(picture("stuck")), store.pictures().find("stuck"));
    }

    @Test
    void generationsThatEndedLongAgoAreForgotten() {
        Job ended = claimed("w");
        store.jobs().finish(ended.id(), "w", JobState.DONE, null);
        Job waiting = job(JobKind.GENERATION, 2);
        store.jobs().add(waiting, PLENTY);
        assertEquals(0, store.jobs().removeEnded(PAST));
        assertEquals(1, store.jobs().removeEnded(FUTURE));
        assertEquals(Optional.empty(), store.jobs().find(ended.id()));
        assertEquals(waiting.id(), store.jobs().claim("w", MODEL).orElseThrow().id());
    }

    @Test
    void samplesStayForAsLongAsTheirStyleIsKept() {
        Style style = style("kept", 1);
        store.styles().add(List.of(style));
        Job job = job(JobKind.SAMPLE, 1);
        store.samples().add("nano1", new Sample(CODE, "a house", null, job.id()), job, PLENTY);
        store.jobs().cancel(job.id());
        assertEquals(0, store.samples().removeUnkept(FUTURE));
        assertEquals(0, store.jobs().removeEnded(FUTURE));
        store.styles().remove(style.id());
        assertEquals(0, store.samples().removeUnkept(PAST));
        assertEquals(1, store.samples().removeUnkept(FUTURE));
        assertEquals(1, store.jobs().removeEnded(FUTURE));
    }

    private List<String> removed(Instant before) {
        List<String> ids = new ArrayList<>();
        assertEquals(store.pictures().removeUnused(before, ids::add), ids.size());
        return ids;
    }

    private List<UUID> claimAll(String worker) {
        List<UUID> ids = new ArrayList<>();
        Optional<Job> job = store.jobs().claim(worker, MODEL);
        while (job.isPresent()) {
            ids.add(job.get().id());
            job = store.jobs().claim(worker, MODEL);
        }
        return ids;
    }

    private Job claimed(String worker) {
        store.jobs().add(job(JobKind.GENERATION, 1), PLENTY);
        return store.jobs().claim(worker, MODEL).orElseThrow();
    }

    private List<String> names(String... words) {
        return store
                .styles()
                .page(new StyleQuery("nano1", List.of(words), null, null), StyleOrder.OLDEST, 9, null)
                .stream()
                .map(Style::name)
                .toList();
    }

    private static PictureInfo picture(String id) {
        return new PictureInfo(id, 3, 2, List.of("#010203", "#ffffff"));
    }

    private static Job from(String picture) {
        return Job.waiting(JobKind.GENERATION, MODEL, "{}", picture, 2, 8);
    }

    private static Style like(String picture) {
        Instant time = Instant.ofEpochMilli(1);
        return new Style(UUID.randomUUID(), "nano1", CODE, "a", List.of(), "", false, picture, time, time);
    }

    private static Job job(JobKind kind, long createdAt) {
        return job(kind, createdAt, MODEL);
    }

    private static Job job(JobKind kind, long createdAt, @Nullable String model) {
        return new Job(
                UUID.randomUUID(),
                kind,
                JobState.QUEUED,
                model,
                "{}",
                null,
                JobProgress.none(2, 8),
                List.of(),
                null,
                0,
                Instant.ofEpochMilli(createdAt),
                null,
                null);
    }

    private static Style style(String name, long createdAt, String... tags) {
        Instant time = Instant.ofEpochMilli(createdAt);
        return new Style(
                UUID.randomUUID(),
                "nano1",
                CODE,
                name,
                List.of(tags).stream().sorted().toList(),
                "",
                false,
                null,
                time,
                time);
    }
}
