package org.stylecodes.studio.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import org.stylecodes.StyleCodesException;
import org.stylecodes.studio.StudioOptions;
import org.stylecodes.studio.drawing.Models;

/** The HTTP server of a studio. */
public final class WebServer implements AutoCloseable {
    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to listen.
     *
     * @throws StyleCodesException if the address is in use
     */
    public static WebServer start(StudioOptions options, Models models) {
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            Failures.add(config.routes);
            new SystemRoutes(models).add(config.routes);
            PageRoutes.add(config.routes);
        });
        try {
            return new WebServer(javalin.start(options.host(), options.port()));
        } catch (JavalinBindException e) {
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

    /** Stops to listen. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = true;
    }
}
