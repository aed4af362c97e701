package org.stylecodes.studio.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.stylecodes.studio.jobs.JobEvents;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobRecords;

/**
 * Metrics for Prometheus. Requests are labelled with the pattern of their route, not with its address, and only with known
 * methods. Otherwise callers could create any number of series. Thread-safe.
 */
public final class ServerMetrics implements Routes {
    private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer drawn = Timer.builder("stylecodes.pictures")
            .description("Pictures drawn, and the time that each took")
            .register(registry);

    /** Starts with all counters at zero. */
    public ServerMetrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Counts a picture that was drawn. */
    public void drew(double seconds) {
        drawn.record(Duration.ofNanos((long) (seconds * 1e9)));
    }

    /** Adds gauges for the queue. */
    public void watch(JobRecords jobs, JobEvents events) {
        for (Job.Kind kind : Job.Kind.values()) {
            Gauge.builder("stylecodes.jobs.waiting", jobs, queue -> queue.waiting(kind, null))
                    .description("Generations waiting in the queue")
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .strongReference(true) // nobody else need hold the records
                    .register(registry);
        }
        Gauge.builder("stylecodes.jobs.watched", events, JobEvents::subscribedJobs)
                .description("Generations whose events are being read")
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void add(JavalinConfig config) {
        config.requestLogger.http(this::answered);
        config.routes.get("/metrics", context -> context.contentType(TEXT).result(registry.scrape()));
    }

    private void answered(Context context, Float millis) {
        var route = context.endpoints().lastHttpEndpoint();
        Timer.builder("http.server.requests")
                .description("Requests answered")
                .tag(
                        "method",
                        HandlerType.commonHttp().contains(context.method())
                                ? context.method().name()
                                : "other")
                .tag("route", route == null ? "none" : route.path)
                .tag("status", String.valueOf(context.statusCode()))
                .register(registry)
                .record(Duration.ofNanos((long) (millis * 1e6)));
    }
}
