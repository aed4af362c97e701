package org.stylecodes.studio;

import java.net.URI;
import org.stylecodes.studio.drawing.Models;
import org.stylecodes.studio.http.WebServer;

/**
 * A running studio.
 *
 * <pre>{@code
 * try (Studio studio = Studio.start(StudioOptions.local(8080, folder, StyleCodes::nano))) {
 *     System.out.println(studio.address());
 * }
 * }</pre>
 *
 * <p>The page is there at once, while the model is being loaded. Thread-safe.
 */
public final class Studio implements AutoCloseable {
    private final StudioOptions options;
    private final Models models;
    private final WebServer server;

    private Studio(StudioOptions options) {
        this.options = options;
        models = Models.load(options.model());
        server = WebServer.start(options, models);
    }

    /**
     * Starts a studio.
     *
     * @throws org.stylecodes.StyleCodesException if the address is in use
     */
    public static Studio start(StudioOptions options) {
        return new Studio(options);
    }

    /** The port that it listens at. */
    public int port() {
        return server.port();
    }

    /** Where a browser finds it. */
    public URI address() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return URI.create("http://" + host + ":" + port() + "/");
    }

    /** Stops to listen, then to draw; a generation that is not finished goes on at the next start. */
    @Override
    public void close() {
        server.close();
        models.close();
    }
}
