package org.stylecodes.studio;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stylecodes.studio.drawing.EncodingLane;
import org.stylecodes.studio.drawing.JobQueue;
import org.stylecodes.studio.drawing.Models;
import org.stylecodes.studio.drawing.RequestCompletion;
import org.stylecodes.studio.drawing.StyleLookup;
import org.stylecodes.studio.gallery.DemoGallery;
import org.stylecodes.studio.gallery.Gallery;
import org.stylecodes.studio.gallery.MapSource;
import org.stylecodes.studio.gallery.Samples;
import org.stylecodes.studio.http.Metrics;
import org.stylecodes.studio.http.WebServer;
import org.stylecodes.studio.http.Workshop;
import org.stylecodes.studio.picture.PictureMemory;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.Store;

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
    private final DataFolder folder;
    private final Models models;
    private final Store store;
    private final EncodingLane encodings;
    private final JobQueue queue;
    private final @Nullable Housekeeping housekeeping;
    private final WebServer server;

    private Studio(StudioOptions options) {
        this.options = options;
        folder = DataFolder.open(options.data());
        store = folder.store(options.database());
        Metrics metrics = new Metrics();
        models = Models.load(options.model());
        encodings = new EncodingLane(models);
        PictureMemory memory = PictureMemory.ofHeap();
        PictureStore pictures = new PictureStore(options.data(), store.pictures(), memory);
        StyleLookup lookup = new StyleLookup(models, pictures, encodings, store.styles());
        RequestCompletion requests = new RequestCompletion(models, lookup, pictures, options.limits());
        queue = new JobQueue(store, models, pictures, requests, options.limits(), metrics::drew);
        Samples samples = new Samples(store, models, requests, queue);
        Gallery gallery = new Gallery(store, models, lookup, pictures, samples, new MapSource(models));
        Workshop workshop = new Workshop(
                models, store, pictures, memory, encodings, requests, queue, samples, gallery, options.limits());
        metrics.watch(workshop);
        housekeeping = options.keep() == null ? null : new Housekeeping(store, pictures, options.keep());
        try {
            server = WebServer.start(options, workshop, metrics);
        } catch (RuntimeException e) {
            closeParts();
            throw e;
        }
        queue.start();
        if (housekeeping != null) {
            housekeeping.start();
        }
        if (options.demoGallery()) {
            models.whenReady(new DemoGallery(gallery, encodings)::fill);
        }
    }

    /**
     * Starts a studio.
     *
     * @throws org.stylecodes.StyleCodesException if the address or the data folder is in use, or the database cannot be opened
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

    /** What it answers to, such as {@code get /api/v1/model}. */
    Set<String> routes() {
        return server.routes();
    }

    /** Stops to listen, then to draw; a generation that is not finished goes on at the next start. */
    @Override
    public void close() {
        server.close();
        closeParts();
    }

    private void closeParts() {
        if (housekeeping != null) {
            housekeeping.close();
        }
        queue.close();
        encodings.close();
        models.close();
        store.close();
        folder.close();
    }
}
