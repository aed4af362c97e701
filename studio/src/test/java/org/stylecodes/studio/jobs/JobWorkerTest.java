package org.stylecodes.studio.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.error.NativeMemoryException;
import org.stylecodes.json.RequestJson;
import org.stylecodes.studio.Caller;
import org.stylecodes.studio.StandardError;
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

class JobWorkerTest {
    private static final Request SMALL = Request.of("").steps(1).size(64, 64).seed(1);

    @TempDir
    private Path folder;

    private final AtomicReference<Runnable> drew = new AtomicReference<>(() -> {});
    private Store store;
    private LoadedModel model;
    private RequestCompletion requests;
    private JobWorker worker;

    @BeforeEach
    void open() throws Exception {
        store = SqlStore.file(folder.resolve("studio.db"));
        model = LoadedModel.load(StyleCodes::nano);
        model.loading().get();
        PictureStore pictures = new PictureStore(folder, store.pictures(), MemoryBudget.ofHeap());
        StyleResolver resolver = new StyleResolver(model, pictures, new EncodingQueue(model), store.styles());
        requests = new RequestCompletion(model, resolver, pictures, Limits.DEFAULT);
        worker = new JobWorker(
                model, store.jobs(), pictures, requests, new JobEvents(store.jobs()), seconds -> drew.get()
                        .run());
    }

    @AfterEach
    void close() {
        model.close();
        store.close();
    }

    @Test
    void aJobIsGivenBackBetweenTwoPicturesWhenTheServerStops() {
        Job job = queued(SMALL.count(2));
        drew.set(
                () -> { // as it is when drawing a picture outlasts the stop
                    worker.stop();
                    model.close();
                });
        worker.run();
        Job after = store.jobs().find(job.id()).orElseThrow();
        assertEquals(Job.State.QUEUED, after.state());
        assertEquals(1, after.results().size());
    }

    @Test
    void aJobThatDoesNotFitIntoMemorySaysSo() {
        Job job = queued(SMALL);
        drew.set(() -> {
            worker.stop();
            throw new NativeMemoryException("drawing needs 8 GiB; this process may have 4 GiB");
        });
        worker.run();
        assertEquals(
                new Job.Failure("drawing needs 8 GiB; this process may have 4 GiB", true),
                store.jobs().find(job.id()).orElseThrow().error());
    }

    @Test
    void aQueueThatIsEmptyIsNotASuccessOfDrawing() throws Exception {
        execute("CREATE TRIGGER away BEFORE INSERT ON results BEGIN SELECT RAISE(ABORT, 'away'); END");
        Job job = queued(SMALL);
        String log = StandardError.of(() -> {
            Thread drawing = new Thread(worker);
            drawing.start();
            Caller.await(() -> isRunning(job));
            Caller.await(() -> worker.running() == null);
            Thread.sleep(1500); // in which the worker looks for jobs
            worker.stop();
            drawing.join();
        });
        assertTrue(log.contains("drawing from the queue failed: "), log);
        assertFalse(log.contains("succeeds again"), log);
    }

    @Test
    void theSameFailureOfManyJobsIsLoggedOnceWithItsCause() throws Exception {
        Files.delete(folder.resolve("pictures"));
        Files.createFile(folder.resolve("pictures"));
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            jobs.add(queued(SMALL));
        }
        String log = StandardError.of(() -> {
            Thread drawing = new Thread(worker);
            drawing.start();
            jobs.forEach(job -> Caller.await(
                    () -> store.jobs().find(job.id()).orElseThrow().state().isFinal()));
            worker.stop();
            drawing.join();
        });
        assertEquals(
                1,
                log.lines()
                        .filter(line -> line.contains("EnvironmentException"))
                        .count(),
                log);
        jobs.forEach(job -> assertTrue(log.contains("job " + job.id()), log));
    }

    private boolean isRunning(Job job) {
        return store.jobs().find(job.id()).orElseThrow().state() == Job.State.RUNNING;
    }

    private Job queued(Request request) {
        RequestJson complete = requests.complete(RequestJson.of(request));
        Job job = Job.waiting(
                Job.Kind.GENERATION, model.info().id(), JobJson.text(complete), null, request.count(), request.steps());
        store.jobs().add(job, 10);
        return job;
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("studio.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 30000");
            statement.execute(sql);
        }
    }
}
