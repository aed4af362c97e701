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
import org.stylecodes.studio.store.JobKind;

/**
 * What the server does, counted for Prometheus. Routes are told by their patterns and methods only
 * where they are known ones, never by what was asked for, or callers could make ever more series.
 */
public final class Metrics {
    private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer drawn = Timer.builder("stylecodes.pictures")
            .description("Pictures drawn, and how long each took")
            .register(registry);

    /** Counts from nothing. */
    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** A picture was drawn. */
    public void drew(double seconds) {
        drawn.record(Duration.ofNanos((long) (seconds * 1e9)));
    }

    /** Measures the queue whenever somebody looks. */
    public void watch(Workshop workshop) {
        for (JobKind kind : JobKind.values()) {
            Gauge.builder("stylecodes.jobs.waiting", workshop, shop -> shop.store()
                            .jobs()
                            .waiting(kind, null))
                    .description("Generations that wait")
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("stylecodes.jobs.watched", workshop, shop -> shop.queue()
                        .events()
                        .watched())
                .description("Generations whose events somebody reads")
                .register(registry);
    }

    void add(JavalinConfig config) {
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
