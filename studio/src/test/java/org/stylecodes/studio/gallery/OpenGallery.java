package org.stylecodes.studio.gallery;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.stylecodes.StyleCodes;
import org.stylecodes.studio.jobs.JobQueue;
import org.stylecodes.studio.limits.Limits;
import org.stylecodes.studio.limits.MemoryBudget;
import org.stylecodes.studio.model.EncodingQueue;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.request.RequestCompletion;
import org.stylecodes.studio.request.StyleResolver;
import org.stylecodes.studio.store.Store;
import org.stylecodes.studio.store.sql.SqlStore;

/** A gallery with the built-in model in a folder, without a worker that draws. */
record OpenGallery(
        Store store,
        PictureStore pictures,
        LoadedModel models,
        EncodingQueue encodings,
        JobQueue queue,
        StyleSamples samples,
        Gallery gallery,
        CollectionFiles collections)
        implements AutoCloseable {
    static OpenGallery in(Path folder, Limits limits) throws InterruptedException {
        Store store = SqlStore.file(folder.resolve("studio.db"));
        LoadedModel models = LoadedModel.load(StyleCodes::nano);
        CountDownLatch loaded = new CountDownLatch(1);
        models.whenReady(loaded::countDown);
        loaded.await();
        EncodingQueue encodings = new EncodingQueue(models);
        PictureStore pictures = new PictureStore(folder, store.pictures(), MemoryBudget.ofHeap());
        StyleResolver resolver = new StyleResolver(models, pictures, encodings, store.styles());
        RequestCompletion requests = new RequestCompletion(models, resolver, pictures, limits);
        JobQueue queue = new JobQueue(store, models, pictures, requests, limits, seconds -> {});
        StyleSamples samples = new StyleSamples(store, models, requests, queue);
        Gallery gallery = new Gallery(store.styles(), models, resolver, pictures, samples);
        return new OpenGallery(
                store,
                pictures,
                models,
                encodings,
                queue,
                samples,
                gallery,
                new CollectionFiles(gallery, samples, pictures));
    }

    @Override
    public void close() {
        queue.close();
        encodings.close();
        models.close();
        store.close();
    }
}
