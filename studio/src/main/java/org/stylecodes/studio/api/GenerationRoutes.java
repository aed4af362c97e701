package org.stylecodes.studio.api;

import io.javalin.config.JavalinConfig;
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
import org.stylecodes.json.RequestJson;
import org.stylecodes.studio.http.Json;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.http.QueryParameters;
import org.stylecodes.studio.http.Routes;
import org.stylecodes.studio.jobs.JobEvents;
import org.stylecodes.studio.jobs.JobQueue;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobRecords;
import org.stylecodes.studio.text.InputText;

/** Adds, lists, watches and cancels generations. */
public final class GenerationRoutes implements Routes, AutoCloseable {
    private static final int MAX_LISTED = 100;
    private static final int DEFAULT_LISTED = 24;
    private static final long KEEP_ALIVE_SECONDS = 10;
    private static final int WRITERS = 2;

    private final JobQueue queue;
    private final JobRecords jobs;
    private final PictureStore pictures;
    // These threads never block, so a few of them serve any number of callers.
    private final ExecutorService writers = new ThreadPoolExecutor(
            WRITERS,
            WRITERS,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "event-writer"),
            new ThreadPoolExecutor.DiscardPolicy()); // tasks that arrive after close()
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "event-clock"));

    /** @param queue the queue of generations */
    public GenerationRoutes(JobQueue queue, JobRecords jobs, PictureStore pictures) {
        this.queue = queue;
        this.jobs = jobs;
        this.pictures = pictures;
    }

    @Override
    public void add(JavalinConfig config) {
        RoutesConfig routes = config.routes;
        routes.post("/api/v1/generations", this::draw);
        routes.get("/api/v1/generations", this::list);
        routes.get("/api/v1/generations/{id}", context -> Json.write(context, 200, view(job(context))));
        routes.delete("/api/v1/generations/{id}", this::cancel);
        routes.get("/api/v1/generations/{id}/events", this::events);
    }

    /** Ends all event streams. The server must still be running. */
    @Override
    public void close() {
        writers.shutdownNow();
        streams.forEach(EventStream::close);
        clock.shutdownNow();
    }

    private void draw(Context context) {
        JobView job = view(queue.add(Json.read(context, RequestJson.class)));
        context.header("Location", job.url());
        Json.write(context, 202, job);
    }

    private void list(Context context) {
        int limit = QueryParameters.number(context, "limit", DEFAULT_LISTED, MAX_LISTED);
        String before = context.queryParam("before");
        Job last = before == null ? null : before(before);
        List<Job> newest = jobs.newest(limit + 1, last);
        List<Job> page = newest.subList(0, Math.min(limit, newest.size()));
        Map<UUID, Integer> positions = jobs.positions();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(
                "items",
                page.stream()
                        .map(job -> JobView.of(job, positions.getOrDefault(job.id(), 0), pictures))
                        .toList());
        answer.put("next", newest.size() > limit ? page.get(limit - 1).id().toString() : null);
        Json.write(context, 200, answer);
    }

    private void cancel(Context context) {
        Job job = job(context);
        if (job.state().isFinal() && job.state() != Job.State.CANCELLED) {
            throw new ProblemException(
                    409, "Ended already", "this generation has already ended and cannot be cancelled");
        }
        queue.cancel(job.id());
        Json.write(context, 200, view(job(context)));
    }

    private void events(Context context) throws IOException {
        Job job = job(context);
        EventStream stream = new EventStream(context, pictures, writers);
        JobEvents.Subscription subscription = queue.events().subscribe(job, lastNumber(context), stream);
        ScheduledFuture<?> keepAlive =
                clock.scheduleAtFixedRate(stream::keepAlive, KEEP_ALIVE_SECONDS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
        streams.add(stream);
        stream.end().whenComplete((nothing, failure) -> {
            keepAlive.cancel(false);
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
        int position = job.state() == Job.State.QUEUED ? jobs.positions().getOrDefault(job.id(), 0) : 0;
        return JobView.of(job, position, pictures);
    }

    private Job job(Context context) {
        return job(context.pathParam("id"));
    }

    private Job before(String id) {
        return InputText.uuid(id).flatMap(jobs::find).orElseThrow(() -> ProblemException.missing(
                        "'before' is not the id of a known generation; leave it out to get the first page")
                .about("before"));
    }

    private Job job(String id) {
        return InputText.uuid(id)
                .flatMap(jobs::find)
                .orElseThrow(() -> ProblemException.missing("there is no generation with this id"));
    }
}
