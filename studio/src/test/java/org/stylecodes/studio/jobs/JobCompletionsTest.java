package org.stylecodes.studio.jobs;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.studio.error.NotReadyException;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.Store;
import org.stylecodes.studio.store.sql.SqlStore;

class JobCompletionsTest {
    @TempDir
    private Path folder;

    private Store store;
    private Job job;
    private JobCompletions completions;

    @BeforeEach
    void open() {
        store = SqlStore.file(folder.resolve("studio.db"));
        job = Job.waiting(Job.Kind.GENERATION, null, "{}", null, 1, 1);
        store.jobs().add(job, 1);
        completions = new JobCompletions(new JobEvents(store.jobs()));
    }

    @AfterEach
    void close() {
        completions.close();
        store.close();
    }

    @Test
    void whoeverWaitsWhenTheServerStopsIsTold() {
        CompletableFuture<Job> end = completions.end(job);
        completions.close();
        assertStopping(end);
    }

    @Test
    void whoeverComesWhenTheServerStopsIsTold() {
        completions.close();
        assertStopping(completions.end(job));
    }

    private static void assertStopping(CompletableFuture<Job> end) {
        ExecutionException failure = assertThrows(ExecutionException.class, () -> end.get(10, TimeUnit.SECONDS));
        assertInstanceOf(NotReadyException.class, failure.getCause());
    }
}
