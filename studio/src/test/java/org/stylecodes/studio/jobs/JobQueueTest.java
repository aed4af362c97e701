package org.stylecodes.studio.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.json.RequestJson;
import org.stylecodes.studio.limits.Limits;
import org.stylecodes.studio.limits.MemoryBudget;
import org.stylecodes.studio.model.EncodingQueue;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.request.RequestCompletion;
import org.stylecodes.studio.request.StyleResolver;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.Store;
import org.stylecodes.studio.store.sql.SqlStore;

class JobQueueTest {
    @TempDir
    private Path folder;

    private Store store;

    /** A listener that runs out of memory at every event except the first. */
    private static final class OutOfMemory implements JobEvents.Listener {
        private final CompletableFuture<Void> failed = new CompletableFuture<>();
        private boolean told;

        @Override
        public void event(JobEvents.PublishedEvent event) {
            if (told) {
                failed.complete(null);
                throw new OutOfMemoryError("of this test");
            }
            told = true;
        }

        @Override
        public void removed() {}

        @Override
        public boolean wantsPreviews() {
            return false;
        }
    }

    @BeforeEach
    void open() {
        store = SqlStore.file(folder.resolve("studio.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anErrorInAListenerDoesNotStopTheWorker() throws Exception {
        LoadedModel models = LoadedModel.load(StyleCodes::nano);
        models.loading().get();
        try (models;
                JobQueue queue = queue(models);
                JobCompletions completions = new JobCompletions(queue.events())) {
            Job first = queue.add(RequestJson.of(Request.of("").seed(1)));
            OutOfMemory listener = new OutOfMemory();
            queue.events().subscribe(first, 0, listener);
            queue.start();
            listener.failed.get();
            Job second = queue.add(RequestJson.of(Request.of("").seed(2)));
            assertEquals(Job.State.DONE, completions.end(second).get().state());
        }
    }

    @Test
    void closingDoesNotWaitForTheModel() throws Exception {
        CountDownLatch loaded = new CountDownLatch(1);
        LoadedModel models = LoadedModel.load(() -> {
            await(loaded);
            throw new EnvironmentException("no model");
        });
        JobQueue queue = queue(models);
        queue.start();
        queue.close();
        assertFalse(
                Thread.getAllStackTraces().keySet().stream()
                        .anyMatch(thread -> thread.getName().equals("drawing")),
                "the drawing thread is still waiting");
        loaded.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JobQueue queue(LoadedModel models) {
        PictureStore pictures = new PictureStore(folder, store.pictures(), MemoryBudget.ofHeap());
        StyleResolver resolver = new StyleResolver(models, pictures, new EncodingQueue(models), store.styles());
        RequestCompletion requests = new RequestCompletion(models, resolver, pictures, Limits.DEFAULT);
        return new JobQueue(store, models, pictures, requests, Limits.DEFAULT, seconds -> {});
    }
}
