package org.stylecodes.studio;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stylecodes.studio.access.AccessControl;
import org.stylecodes.studio.api.CodeRoutes;
import org.stylecodes.studio.api.CollectionRoutes;
import org.stylecodes.studio.api.EncodingRoutes;
import org.stylecodes.studio.api.GenerationRoutes;
import org.stylecodes.studio.api.ModelRoutes;
import org.stylecodes.studio.api.PictureRoutes;
import org.stylecodes.studio.api.ShareRoutes;
import org.stylecodes.studio.api.StyleRoutes;
import org.stylecodes.studio.api.StyleViews;
import org.stylecodes.studio.api.SystemRoutes;
import org.stylecodes.studio.compat.AutomaticRoutes;
import org.stylecodes.studio.compat.OpenAiRoutes;
import org.stylecodes.studio.compat.SynchronousGenerations;
import org.stylecodes.studio.gallery.CollectionFiles;
import org.stylecodes.studio.gallery.DemoGallery;
import org.stylecodes.studio.gallery.Gallery;
import org.stylecodes.studio.gallery.SampleScheduler;
import org.stylecodes.studio.gallery.StyleSamples;
import org.stylecodes.studio.http.ApiPath;
import org.stylecodes.studio.http.ErrorMapper;
import org.stylecodes.studio.http.Routes;
import org.stylecodes.studio.http.ServerMetrics;
import org.stylecodes.studio.http.Uploads;
import org.stylecodes.studio.http.WebServer;
import org.stylecodes.studio.jobs.JobCompletions;
import org.stylecodes.studio.jobs.JobQueue;
import org.stylecodes.studio.limits.Limits;
import org.stylecodes.studio.limits.MemoryBudget;
import org.stylecodes.studio.model.EncodingQueue;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.page.PageRoutes;
import org.stylecodes.studio.page.SharePageRoutes;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.request.RequestCompletion;
import org.stylecodes.studio.request.StyleResolver;
import org.stylecodes.studio.store.Store;

/**
 * A running studio: the web page, the HTTP API and the worker that draws. Thread-safe.
 *
 * <pre>{@code
 * try (Studio studio = Studio.start(StudioOptions.local(8080, folder, StyleCodes::nano))) {
 *     System.out.println(studio.address());
 * }
 * }</pre>
 *
 * <p>The page can be opened at once, while the model is still loading.
 */
public final class Studio implements AutoCloseable {
    private final StudioOptions options;
    private final CloseStack parts;
    private final WebServer server;

    private Studio(StudioOptions options, CloseStack parts) {
        this.options = options;
        this.parts = parts;
        Limits limits = options.limits();
        DataFolder folder = parts.open(DataFolder.open(options.data()));
        Store store = parts.open(folder.store(options.database()));
        ServerMetrics metrics = new ServerMetrics();
        LoadedModel model = parts.open(LoadedModel.load(options.model()));
        EncodingQueue encodings = parts.open(new EncodingQueue(model));
        MemoryBudget memory = MemoryBudget.ofHeap();
        PictureStore pictures = new PictureStore(options.data(), store.pictures(), memory);
        StyleResolver resolver = new StyleResolver(model, pictures, encodings, store.styles());
        RequestCompletion requests = new RequestCompletion(model, resolver, pictures, limits);
        JobQueue queue = parts.open(new JobQueue(store, model, pictures, requests, limits, metrics::drew));
        metrics.watch(store.jobs(), queue.events());
        StyleSamples samples = new StyleSamples(store, model, requests, queue);
        SampleScheduler scheduler = parts.open(new SampleScheduler(samples));
        Gallery gallery = new Gallery(store.styles(), model, resolver, pictures, samples);

        AccessControl access = new AccessControl(options.accessPolicy());
        Uploads uploads = new Uploads(limits, memory, Path.of(System.getProperty("java.io.tmpdir")));
        StyleViews views = new StyleViews(gallery, samples, pictures);
        CollectionFiles collections = new CollectionFiles(gallery, samples, pictures);
        JobCompletions completions = new JobCompletions(queue.events());
        SynchronousGenerations synchronous = new SynchronousGenerations(queue, completions, pictures);
        GenerationRoutes generations = new GenerationRoutes(queue, store.jobs(), pictures);
        List<Routes> routes = List.of(
                new ErrorMapper(Map.of(ApiPath.V1, OpenAiRoutes::error, ApiPath.SDAPI, AutomaticRoutes::error)),
                access,
                metrics,
                new SystemRoutes(model, store),
                new ModelRoutes(model, limits),
                new CodeRoutes(model),
                new PictureRoutes(pictures, uploads),
                new EncodingRoutes(model, encodings, pictures, uploads, limits),
                generations,
                new StyleRoutes(model, gallery, store.styles(), resolver, views),
                new CollectionRoutes(gallery, store.styles(), collections, uploads),
                new ShareRoutes(model, store.styles(), samples, views, access),
                new SharePageRoutes(model, store, samples, completions, pictures, access),
                new OpenAiRoutes(model, pictures, uploads, synchronous, access),
                new AutomaticRoutes(model, queue, pictures, uploads, synchronous),
                new PageRoutes());
        server = parts.open(WebServer.start(options.host(), options.port(), routes));
        // Closed before the server, so that no waiting request is completed on a stopped server.
        parts.open(completions);
        parts.open(generations);

        queue.start();
        scheduler.start();
        if (options.keep() != null) {
            parts.open(new Housekeeping(store, pictures, options.keep())).start();
        }
        if (options.demoGallery()) {
            model.whenReady(new DemoGallery(gallery, samples, pictures, encodings)::fill);
        }
    }

    /**
     * Starts a studio. Returns while the model is still loading.
     *
     * @throws org.stylecodes.error.StyleCodesException if the address or the data folder is in use, or the database cannot be
     *     opened
     */
    public static Studio start(StudioOptions options) {
        CloseStack parts = new CloseStack();
        try {
            return new Studio(options, parts);
        } catch (RuntimeException | Error e) {
            try {
                parts.close();
            } catch (RuntimeException secondary) {
                e.addSuppressed(secondary);
            }
            throw e;
        }
    }

    /** The port that the studio listens on. */
    public int port() {
        return server.port();
    }

    /** The URL at which a browser on this machine reaches the studio. */
    public URI address() {
        String bound = options.isEverywhere() ? "127.0.0.1" : options.host();
        String host = bound.contains(":") ? "[" + bound + "]" : bound;
        return URI.create("http://" + host + ":" + port() + "/");
    }

    /** The routes that the studio serves, such as {@code get /api/v1/model}. */
    Set<String> routes() {
        return server.routes();
    }

    /** Stops listening and then drawing. A generation that is not finished is drawn after the next start. */
    @Override
    public void close() {
        parts.close();
    }
}
