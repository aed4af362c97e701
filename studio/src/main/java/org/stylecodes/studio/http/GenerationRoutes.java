package org.stylecodes.studio.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.stylecodes.studio.drawing.GenerationRequest;
import org.stylecodes.studio.drawing.JobEvents;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobState;

/** Generations: asked for, watched, given up. */
final class GenerationRoutes implements AutoCloseable {
    private static final int MOST_LISTED = 100;
    private static final int LISTED = 24;
    private static final long BREATH_SECONDS = 10;
    private static final int WRITERS = 2;

    private final Workshop workshop;
    // Which wait for nobody, so that few are enough however many callers there are.
    private final ExecutorService writers = new ThreadPoolExecutor(
            WRITERS,
            WRITERS,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "event-writer"),
            new ThreadPoolExecutor.DiscardPolicy()); // after the end
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "event-clock"));

    GenerationRoutes(Workshop workshop) {
        this.workshop = workshop;
    }

    void add(RoutesConfig routes) {
        routes.post("/api/v1/generations", this::draw);
        routes.get("/api/v1/generations", this::list);
        routes.get("/api/v1/generations/{id}", context -> Json.write(context, 200, view(job(context))));
        routes.delete("/api/v1/generations/{id}", this::cancel);
        routes.get("/api/v1/generations/{id}/events", this::events);
    }

    /** Ends all streams of events, while there is a server that can end them. */
    @Override
    public void close() {
        writers.shutdownNow();
        streams.forEach(EventStream::close);
        clock.shutdownNow();
    }

    private void draw(Context context) {
        JobView job = view(workshop.queue().add(Json.read(context, GenerationRequest.class)));
        context.header("Location", job.url());
        Json.write(context, 202, job);
    }

    private void list(Context context) {
        int limit = Queries.number(context, "limit", LISTED, MOST_LISTED);
        String before = context.queryParam("before");
        Job last = before == null ? null : job(before);
        List<Job> jobs = workshop.store().jobs().newest(limit + 1, last);
        List<Job> page = jobs.subList(0, Math.min(limit, jobs.size()));
        Map<UUID, Integer> positions = workshop.store().jobs().positions();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(
                "items",
                page.stream()
                        .map(job -> JobView.of(job, positions.getOrDefault(job.id(), 0), workshop.pictures()))
                        .toList());
        answer.put("next", jobs.size() > limit ? page.get(limit - 1).id().toString() : null);
        Json.write(context, 200, answer);
    }

    private void cancel(Context context) {
        Job job = job(context);
        if (job.state().isFinal() && job.state() != JobState.CANCELLED) {
            throw new ProblemException(409, "Ended already", "this generation has ended and stays as it is");
        }
        workshop.queue().cancel(job.id());
        Json.write(context, 200, view(job(context)));
    }

    private void events(Context context) throws IOException {
        Job job = job(context);
        EventStream stream = new EventStream(context, workshop.pictures(), writers);
        JobEvents.Subscription subscription = workshop.queue().events().watch(job, lastNumber(context), stream);
        ScheduledFuture<?> breath =
                clock.scheduleAtFixedRate(stream::breathe, BREATH_SECONDS, BREATH_SECONDS, TimeUnit.SECONDS);
        streams.add(stream);
        stream.end().whenComplete((nothing, failure) -> {
            breath.cancel(false);
            subscription.close();
            streams.remove(stream);
        });
        context.future(stream::begin);
    }

    private static long lastNumber(Context context) {
        String last = context.header("Last-Event-ID");
        return last != null && last.matches("\\d{1,18}") ? Long.parseLong(last) : 0;
    }

    private JobView view(Job job) {
        int position = job.state() == JobState.QUEUED
                ? workshop.store().jobs().positions().getOrDefault(job.id(), 0)
                : 0;
        return JobView.of(job, position, workshop.pictures());
    }

    private Job job(Context context) {
        return job(context.pathParam("id"));
    }

    private Job job(String id) {
        return Queries.uuid(id)
                .flatMap(workshop.store().jobs()::find)
                .orElseThrow(() -> ProblemException.missing("there is no such generation"));
    }
}
