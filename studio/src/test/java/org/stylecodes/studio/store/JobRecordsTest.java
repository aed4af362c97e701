package org.stylecodes.studio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stylecodes.studio.store.JobRecords.Lease;

/** The records of the job queue. */
class JobRecordsTest extends RecordsTest {
    private static final Duration NONE = Duration.ofSeconds(-1);

    @Test
    void generationsAreDrawnBeforeSamples() {
        Job sample = job(Job.Kind.SAMPLE, 1);
        Job generation = job(Job.Kind.GENERATION, 2);
        store.jobs().add(sample, PLENTY);
        store.jobs().add(generation, PLENTY);
        assertEquals(
                generation.id(), store.jobs().claim("w", MODEL).orElseThrow().id());
        assertEquals(sample.id(), store.jobs().claim("w", MODEL).orElseThrow().id());
        assertEquals(Optional.empty(), store.jobs().claim("w", MODEL));
    }

    @Test
    void aPreviewOvertakesSamplesButNotGenerations() {
        Job sample = job(Job.Kind.SAMPLE, 1);
        Job wanted = job(Job.Kind.SAMPLE, 2);
        Job generation = job(Job.Kind.GENERATION, 3);
        List.of(sample, wanted, generation).forEach(job -> store.jobs().add(job, PLENTY));
        store.jobs().raisePriority(List.of(wanted.id(), generation.id()), Job.Kind.PREVIEW);
        assertEquals(
                List.of(generation.id(), wanted.id(), sample.id()),
                List.copyOf(store.jobs().positions().keySet()));
    }

    @Test
    void jobsOfOneKindAreDrawnInOrderOfCreation() {
        Job second = job(Job.Kind.GENERATION, 2);
        Job first = job(Job.Kind.GENERATION, 1);
        store.jobs().add(second, PLENTY);
        store.jobs().add(first, PLENTY);
        assertEquals(1, store.jobs().positions().get(first.id()));
        assertEquals(2, store.jobs().positions().get(second.id()));
        assertEquals(first.id(), store.jobs().claim("w", MODEL).orElseThrow().id());
    }

    @Test
    void aJobBeyondTheBoundIsRefused() {
        assertTrue(store.jobs().add(job(Job.Kind.GENERATION, 1), 2));
        assertTrue(store.jobs().add(job(Job.Kind.GENERATION, 2), 2));
        assertFalse(store.jobs().add(job(Job.Kind.GENERATION, 3), 2));
        assertTrue(store.jobs().add(job(Job.Kind.SAMPLE, 4), 2));
        assertEquals(2, store.jobs().waiting(Job.Kind.GENERATION, MODEL));
    }

    @Test
    void aJobComesBackAsItWasAdded() {
        Job job = job(Job.Kind.GENERATION, 1_234_567_890_123L);
        store.jobs().add(job, PLENTY);
        assertEquals(job, store.jobs().find(job.id()).orElseThrow());
    }

    @Test
    void manyWorkersAtOnceNeverGetTheSameJob() throws Exception {
        for (int i = 0; i < 40; i++) {
            store.jobs().add(job(Job.Kind.GENERATION, i), PLENTY);
        }
        List<UUID> claimed = atOnce(4, i -> claimAll("worker " + i)).stream()
                .flatMap(List::stream)
                .toList();
        assertEquals(40, claimed.size());
        assertEquals(40, new HashSet<>(claimed).size());
    }

    @Test
    void theResultsOfAWorkerThatLostItsJobAreIgnored() {
        Job job = claimed("first");
        store.jobs().recoverAll(10);
        store.jobs().claim("second", MODEL);
        store.jobs().addResult(job.id(), "first", new Job.Result(0, 7, "late"));
        assertFalse(store.jobs().finish(job.id(), "first", Job.State.DONE, null));
        assertEquals(Lease.LOST, store.jobs().heartbeat(job.id(), "first", job.progress()));
        store.jobs().addResult(job.id(), "second", new Job.Result(0, 7, "picture"));
        assertTrue(store.jobs().finish(job.id(), "second", Job.State.DONE, null));
        Job ended = store.jobs().find(job.id()).orElseThrow();
        assertEquals(List.of(new Job.Result(0, 7, "picture")), ended.results());
        assertEquals(Job.State.DONE, ended.state());
    }

    @Test
    void aWorkerThatSendsHeartbeatsKeepsItsJob() {
        Job job = claimed("w");
        assertEquals(Lease.HELD, store.jobs().heartbeat(job.id(), "w", new Job.Progress(1, 2, 3, 8, 4.5)));
        assertEquals(0, store.jobs().recover(Duration.ofMinutes(1), 10, null));
        Job running = store.jobs().find(job.id()).orElseThrow();
        assertEquals(Job.State.RUNNING, running.state());
        assertEquals(new Job.Progress(1, 2, 3, 8, 4.5), running.progress());
    }

    @Test
    void aJobThatStopsEveryWorkerFailsEventually() {
        Job job = claimed("w");
        store.jobs().recoverAll(2);
        assertEquals(Job.State.QUEUED, store.jobs().find(job.id()).orElseThrow().state());
        store.jobs().claim("w", MODEL);
        store.jobs().recoverAll(2);
        Job ended = store.jobs().find(job.id()).orElseThrow();
        assertEquals(Job.State.FAILED, ended.state());
        assertEquals(
                new Job.Failure(
                        "the server stopped 2 times while it was drawing this; request less at once, or see the server's log",
                        true),
                ended.error());
    }

    @Test
    void aJobWaitsForItsModel() {
        Job other = job(Job.Kind.GENERATION, 1, "other");
        Job any = job(Job.Kind.GENERATION, 2, null);
        store.jobs().add(other, PLENTY);
        store.jobs().add(any, PLENTY);
        assertEquals(any.id(), store.jobs().claim("w", MODEL).orElseThrow().id());
        assertEquals(Optional.empty(), store.jobs().claim("w", MODEL));
        assertEquals(other.id(), store.jobs().claim("w", "other").orElseThrow().id());
    }

    @Test
    void jobsOfAnotherModelDoNotCount() {
        assertTrue(store.jobs().add(job(Job.Kind.GENERATION, 1, "other"), 1));
        Job job = job(Job.Kind.GENERATION, 2);
        assertTrue(store.jobs().add(job, 1));
        assertEquals(1, store.jobs().positions().get(job.id()));
        assertEquals(1, store.jobs().waiting(Job.Kind.GENERATION, MODEL));
        assertEquals(2, store.jobs().waiting(Job.Kind.GENERATION, null));
    }

    @Test
    void aFailedJobHasAReason() {
        Job job = claimed("w");
        Job.Failure failure = new Job.Failure("no such picture", false);
        store.jobs().finish(job.id(), "w", Job.State.FAILED, failure);
        assertEquals(failure, store.jobs().find(job.id()).orElseThrow().error());
    }

    @Test
    void aJobThatWaitsIsCancelledAtOnce() {
        Job job = job(Job.Kind.GENERATION, 1);
        store.jobs().add(job, PLENTY);
        store.jobs().cancel(job.id());
        assertEquals(
                Job.State.CANCELLED, store.jobs().find(job.id()).orElseThrow().state());
        assertEquals(Optional.empty(), store.jobs().claim("w", MODEL));
    }

    @Test
    void theWorkerOfACancelledJobLearnsOfIt() {
        Job job = claimed("w");
        store.jobs().cancel(job.id());
        assertEquals(
                Job.State.RUNNING, store.jobs().find(job.id()).orElseThrow().state());
        assertEquals(Lease.CANCELLED, store.jobs().heartbeat(job.id(), "w", job.progress()));
    }

    @Test
    void generationsAreListedInPagesNewestFirst() {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            jobs.add(0, job(Job.Kind.GENERATION, i / 2)); // some at the same time
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
    void generationsThatEndedLongAgoAreRemoved() {
        Job ended = claimed("w");
        store.jobs().finish(ended.id(), "w", Job.State.DONE, null);
        Job waiting = job(Job.Kind.GENERATION, 2);
        store.jobs().add(waiting, PLENTY);
        assertEquals(0, store.jobs().removeEnded(PAST));
        assertEquals(1, store.jobs().removeEnded(FUTURE));
        assertEquals(Optional.empty(), store.jobs().find(ended.id()));
        assertEquals(waiting.id(), store.jobs().claim("w", MODEL).orElseThrow().id());
    }

    @Test
    void theJobOfThisProcessIsNotRecovered() {
        Job drawn = claimed("w");
        Job abandoned = claimed("v");
        assertEquals(1, store.jobs().recover(NONE, 10, drawn.id()));
        assertEquals(
                Job.State.RUNNING, store.jobs().find(drawn.id()).orElseThrow().state());
        assertEquals(
                Job.State.QUEUED,
                store.jobs().find(abandoned.id()).orElseThrow().state());
    }

    @Test
    void concurrentAdditionsKeepTheBound() throws Exception {
        List<Boolean> taken = atOnce(8, i -> store.jobs().add(job(Job.Kind.GENERATION, i), 3));
        assertEquals(3, Collections.frequency(taken, true));
        assertEquals(3, store.jobs().waiting(Job.Kind.GENERATION, MODEL));
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
}
