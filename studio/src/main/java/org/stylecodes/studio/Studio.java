package org.stylecodes.studio;

import java.net.URI;
import java.util.Set;
import org.stylecodes.studio.drawing.EncodingLane;
import org.stylecodes.studio.drawing.JobQueue;
import org.stylecodes.studio.drawing.Models;
import org.stylecodes.studio.drawing.RequestCompletion;
import org.stylecodes.studio.drawing.StyleLookup;
import org.stylecodes.studio.gallery.DemoGallery;
import org.stylecodes.studio.gallery.Gallery;
import org.stylecodes.studio.gallery.MapSource;
import org.stylecodes.studio.gallery.SampleRounds;
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
    private final Parts parts;
    private final WebServer server;

    private Studio(StudioOptions options, Parts parts) {
        this.options = options;
        this.parts = parts;
        DataFolder folder = parts.open(DataFolder.open(options.data()));
        Store store = parts.open(folder.store(options.database()));
        Metrics metrics = new Metrics();
        Models models = parts.open(Models.load(options.model()));
        EncodingLane encodings = parts.open(new EncodingLane(models));
        PictureMemory memory = PictureMemory.ofHeap();
        PictureStore pictures = new PictureStore(options.data(), store.pictures(), memory);
        StyleLookup lookup = new StyleLookup(models, pictures, encodings, store.styles());
        RequestCompletion requests = new RequestCompletion(models, lookup, pictures, options.limits());
        JobQueue queue = parts.open(new JobQueue(store, models, pictures, requests, options.limits(), metrics::drew));
        Samples samples = new Samples(store, models, requests, queue);
        SampleRounds rounds = parts.open(new SampleRounds(samples));
        Gallery gallery = new Gallery(store, models, lookup, pictures, samples, new MapSource(models));
        Workshop workshop = new Workshop(
                models, store, pictures, memory, encodings, requests, queue, samples, gallery, options.limits());
        metrics.watch(workshop);
        server = parts.open(WebServer.start(options, workshop, metrics));
        queue.start();
        rounds.start();
        if (options.keep() != null) {
            parts.open(new Housekeeping(store, pictures, options.keep())).start();
        }
        if (options.demoGallery()) {
            models.whenReady(new DemoGallery(gallery, encodings)::fill);
        }
    }

    /**
     * Starts a studio.
     *
     * @throws org.stylecodes.error.StyleCodesException if the address or the data folder is in use, or the database cannot be opened
     */
    public static Studio start(StudioOptions options) {
        Parts parts = new Parts();
        try {
            return new Studio(options, parts);
        } catch (RuntimeException | Error e) {
            try {
                parts.close();
            } catch (RuntimeException also) {
                e.addSuppressed(also);
            }
            throw e;
        }
    }

    /** The port that it listens at. */
    public int port() {
        return server.port();
    }

    /** Where a browser on this machine finds it. */
    public URI address() {
        String bound = options.isEverywhere() ? "127.0.0.1" : options.host();
        String host = bound.contains(":") ? "[" + bound + "]" : bound;
        return URI.create("http://" + host + ":" + port() + "/");
    }

    /** What it answers to, such as {@code get /api/v1/model}. */
    Set<String> routes() {
        return server.routes();
    }

    /** Stops to listen, then to draw; a generation that is not finished goes on at the next start. */
    @Override
    public void close() {
        parts.close();
    }
}
