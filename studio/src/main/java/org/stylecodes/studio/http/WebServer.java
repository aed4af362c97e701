package org.stylecodes.studio.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.InternalRouter;
import io.javalin.router.ParsedEndpoint;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stylecodes.error.EnvironmentException;

/** The HTTP server of a studio. */
public final class WebServer implements AutoCloseable {
    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts listening.
     *
     * @param routes the routes to serve; handlers that run before others come first
     * @throws EnvironmentException if the address is in use
     */
    public static WebServer start(String host, int port, List<Routes> routes) {
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            config.jetty.addConnector((server, http) -> ConnectionWatchdog.listening(server, http, host, port));
            SecurityHeaders.add(config.routes);
            routes.forEach(group -> group.add(config));
        });
        answerHeads(javalin.unsafe.internalRouter);
        try {
            return new WebServer(javalin.start());
        } catch (JavalinBindException e) {
            throw new EnvironmentException(
                    "cannot listen on " + host + " port " + port + ": it is in use or not allowed; give another --port",
                    e);
        }
    }

    /** The port that the server listens on. */
    public int port() {
        return javalin.port();
    }

    /** The routes that the server serves, such as {@code get /api/v1/model}. */
    public Set<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod() && endpoint.method != HandlerType.HEAD)
                .map(endpoint -> endpoint.method.name().toLowerCase(Locale.ROOT) + " " + endpoint.path)
                .collect(Collectors.toSet());
    }

    /** Stops listening. Anything that answers requests after their handlers have returned must be closed first. */
    @Override
    public void close() {
        javalin.stop();
    }

    // HEAD is answered like GET, without the body. But a HEAD request for events must not wait for events that are
    // never sent.
    private static void answerHeads(InternalRouter router) {
        for (ParsedEndpoint get : router.findHttpHandlerEntries(HandlerType.GET, null)) {
            Handler handler = get.endpoint.path.endsWith("/events") ? context -> {} : get.endpoint.handler;
            router.addHttpEndpoint(new Endpoint(HandlerType.HEAD, get.endpoint.path, handler));
        }
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Long.MAX_VALUE; // every handler limits the bytes that it reads
        config.router.ignoreTrailingSlashes = true;
    }
}
