package org.stylecodes.studio.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.stylecodes.code.StyleCode;
import org.stylecodes.studio.Database;

/** An empty store in each database, and records to add to it. */
@ParameterizedClass
@MethodSource("org.stylecodes.studio.Database#present")
abstract class RecordsTest {
    static final StyleCode CODE = StyleCode.parse("RIgP_58waM-Dx3A5idNo");
    static final String MODEL = "nano1";
    static final int PLENTY = 100;
    static final Instant PAST = Instant.now().minusSeconds(60);
    static final Instant FUTURE = Instant.now().plusSeconds(3600);

    @TempDir
    private Path folder;

    @Parameter
    private Database database;

    private Database.Opened opened;
    Store store;

    @BeforeEach
    void openStore() throws Exception {
        opened = database.open(folder);
        store = opened.store();
    }

    @AfterEach
    void closeStore() throws Exception {
        store.close();
        opened.close();
    }

    Job claimed(String worker) {
        store.jobs().add(job(Job.Kind.GENERATION, 1), PLENTY);
        return store.jobs().claim(worker, MODEL).orElseThrow();
    }

    /** Runs tasks concurrently on their own threads, and returns their results. */
    static <T> List<T> atOnce(int tasks, IntFunction<T> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(tasks);
        ExecutorService threads = Executors.newFixedThreadPool(tasks);
        try {
            List<Callable<T>> calls = IntStream.range(0, tasks)
                    .mapToObj(i -> (Callable<T>) () -> {
                        start.await();
                        return task.apply(i);
                    })
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    /** A style with one more letter in its name and one more tag. */
    static Style longer(Style style) {
        List<String> tags = new ArrayList<>(style.tags());
        tags.add("tag " + tags.size());
        return new Style(
                style.id(),
                style.model(),
                style.code(),
                style.name() + "x",
                tags,
                style.note(),
                style.favourite(),
                style.reference(),
                style.createdAt(),
                style.updatedAt());
    }

    static PictureInfo picture(String id) {
        return new PictureInfo(id, 3, 2, List.of("#010203", "#ffffff"));
    }

    static Job job(Job.Kind kind, long createdAt) {
        return job(kind, createdAt, MODEL);
    }

    static Job job(Job.Kind kind, long createdAt, @Nullable String model) {
        return new Job(
                UUID.randomUUID(),
                kind,
                Job.State.QUEUED,
                model,
                "{}",
                null,
                Job.Progress.none(2, 8),
                List.of(),
                null,
                0,
                Instant.ofEpochMilli(createdAt),
                null,
                null);
    }

    static Style style(String name, long createdAt, String... tags) {
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
