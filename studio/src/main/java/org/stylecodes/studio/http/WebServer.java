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
     * Starts to listen.
     *
     * @param routes to serve; handlers that run before others come first
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
                    "cannot listen at " + host + " port " + port + ": it is in use or not allowed; give another --port",
                    e);
        }
    }

    /** The port that it listens at. */
    public int port() {
        return javalin.port();
    }

    /** The routes that it serves, such as {@code get /api/v1/model}. */
    public Set<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod() && endpoint.method != HandlerType.HEAD)
                .map(endpoint -> endpoint.method.name().toLowerCase(Locale.ROOT) + " " + endpoint.path)
                .collect(Collectors.toSet());
    }

    /** Stops listening. Whatever answers requests later than their handlers return must be closed before. */
    @Override
    public void close() {
        javalin.stop();
    }

    // HEAD is answered as GET is, without the body; but a HEAD request must not wait for events that are not sent.
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
        config.http.maxRequestSize = Long.MAX_VALUE; // every handler reads with a bound of its own
        config.router.ignoreTrailingSlashes = true;
    }
}
