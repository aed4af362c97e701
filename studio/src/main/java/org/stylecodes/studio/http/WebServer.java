package org.stylecodes.studio.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.InternalRouter;
import io.javalin.router.ParsedEndpoint;
import io.javalin.util.JavalinBindException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.studio.Limits;
import org.stylecodes.studio.StudioOptions;
import org.stylecodes.studio.drawing.JobEvents;

/** The HTTP server of a studio. */
public final class WebServer implements AutoCloseable {
    private static final int IN_MEMORY = 1 << 20;

    private final Javalin javalin;

    private final GenerationRoutes generations;
    private final JobEvents events;

    private WebServer(Javalin javalin, GenerationRoutes generations, JobEvents events) {
        this.javalin = javalin;
        this.generations = generations;
        this.events = events;
    }

    /**
     * Starts to listen.
     *
     * @throws StyleCodesException if the address is in use
     */
    public static WebServer start(StudioOptions options, Workshop workshop, Metrics metrics) {
        Access access = new Access(options);
        GenerationRoutes generations = new GenerationRoutes(workshop);
        Javalin javalin = Javalin.create(config -> {
            configure(config, options.limits());
            config.jetty.addConnector((server, http) -> Connections.listening(server, http, options));
            Failures.add(config);
            Headers.add(config.routes);
            access.add(config.routes);
            metrics.add(config);
            new SystemRoutes(workshop).add(config.routes);
            new ModelRoutes(workshop).add(config.routes);
            new CodeRoutes(workshop).add(config.routes);
            new PictureRoutes(workshop).add(config.routes);
            new EncodingRoutes(workshop).add(config.routes);
            generations.add(config.routes);
            new StyleRoutes(workshop).add(config.routes);
            new CollectionRoutes(workshop).add(config.routes);
            new ShareRoutes(workshop, access).add(config.routes);
            new OpenAiRoutes(workshop, access).add(config.routes);
            new AutomaticRoutes(workshop).add(config.routes);
            PageRoutes.add(config);
        });
        answerHeads(javalin.unsafe.internalRouter);
        try {
            return new WebServer(javalin.start(), generations, workshop.queue().events());
        } catch (JavalinBindException e) {
            generations.close();
            throw new StyleCodesException(
                    "cannot listen at " + options.host() + " port " + options.port()
                            + ": it is in use or not allowed; give another --port",
                    e);
        }
    }

    /** The port that it listens at. */
    public int port() {
        return javalin.port();
    }

    /** What it answers to, such as {@code get /api/v1/model}. */
    public Set<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod() && endpoint.method != HandlerType.HEAD)
                .map(endpoint -> endpoint.method.name().toLowerCase(Locale.ROOT) + " " + endpoint.path)
                .collect(Collectors.toSet());
    }

    /** Stops to listen. First nobody is answered any more who waits: a request must not be answered that the server has ended. */
    @Override
    public void close() {
        generations.close();
        events.close();
        javalin.stop();
    }

    // As GET is, up to the body, which the server leaves out; but nobody shall wait for events that are not sent.
    private static void answerHeads(InternalRouter router) {
        for (ParsedEndpoint get : router.findHttpHandlerEntries(HandlerType.GET, null)) {
            Handler handler = get.endpoint.path.endsWith("/events") ? context -> {} : get.endpoint.handler;
            router.addHttpEndpoint(new Endpoint(HandlerType.HEAD, get.endpoint.path, handler));
        }
    }

    private static void configure(JavalinConfig config, Limits limits) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Long.MAX_VALUE; // every handler has its own bound, by which it reads
        config.jetty.multipartConfig.maxFileSize(limits.uploadBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(IN_MEMORY, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(
                Uploads.longest(limits, limits.picturesPerRequest()), SizeUnit.BYTES);
        config.router.ignoreTrailingSlashes = true;
    }
}
