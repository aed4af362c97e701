package org.stylecodes.studio.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.studio.error.NotFoundException;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.Store;
import org.stylecodes.studio.store.sql.SqlStore;

class JobEventsTest {
    @TempDir
    private Path folder;

    private Store store;
    private JobEvents events;
    private JobCompletions completions;
    private Job job;

    /** Records the events that it receives. */
    private record Notes(List<JobEvent> told, List<String> ends) implements JobEvents.Listener {
        Notes() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public void event(JobEvents.PublishedEvent event) {
            told.add(event.event());
        }

        @Override
        public void removed() {
            ends.add("gone");
        }

        @Override
        public boolean wantsPreviews() {
            return true;
        }
    }

    @BeforeEach
    void open() {
        store = SqlStore.file(folder.resolve("studio.db"));
        events = new JobEvents(store.jobs());
        completions = new JobCompletions(events);
        job = Job.waiting(Job.Kind.GENERATION, null, "{}", null, 1, 1);
        store.jobs().add(job, 9);
    }

    @AfterEach
    void close() {
        completions.close();
        store.close();
    }

    @Test
    void aListenerLearnsThatItsJobWasRemoved() {
        Notes listener = new Notes();
        events.subscribe(job, 0, listener);
        remove();
        events.poll(null);
        assertEquals(List.of(new JobEvent.State(job, 1)), listener.told());
        assertEquals(List.of("gone"), listener.ends());
    }

    @Test
    void aListenerToAMissingJobLearnsSoAtOnce() {
        remove();
        Notes listener = new Notes();
        events.subscribe(job, 0, listener);
        assertEquals(List.of("gone"), listener.ends());
    }

    @Test
    void waitingForARemovedJobFails() {
        CompletableFuture<Job> end = completions.end(job);
        remove();
        events.poll(null);
        assertEquals(
                NotFoundException.class,
                assertThrows(ExecutionException.class, end::get).getCause().getClass());
    }

    @Test
    void aFailedSubscriptionIsRemoved() {
        store.close();
        assertThrows(JdbiException.class, () -> events.subscribe(job, 0, new Notes()));
        assertEquals(0, events.subscribedJobs());
    }

    @Test
    void previewsAreWantedOnlyByListenersThatShowThem() {
        completions.end(job);
        assertFalse(events.wantsPreviews(job.id()));
        JobEvents.Subscription subscription = events.subscribe(job, 0, new Notes());
        assertTrue(events.wantsPreviews(job.id()));
        subscription.close();
        assertFalse(events.wantsPreviews(job.id()));
    }

    @Test
    void actionsAfterTheEndRunOnAnotherThread() throws Exception {
        CompletableFuture<Thread> answering = completions.end(job).thenApply(ended -> Thread.currentThread());
        store.jobs().cancel(job.id());
        events.publishState(job.id());
        assertNotSame(Thread.currentThread(), answering.get());
    }

    private void remove() {
        store.jobs().cancel(job.id());
        store.jobs().removeEnded(Instant.now().plusSeconds(60));
    }
}
