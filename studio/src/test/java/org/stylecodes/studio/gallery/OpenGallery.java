package org.stylecodes.studio.gallery;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.stylecodes.StyleCodes;
import org.stylecodes.studio.Limits;
import org.stylecodes.studio.drawing.EncodingLane;
import org.stylecodes.studio.drawing.JobQueue;
import org.stylecodes.studio.drawing.Models;
import org.stylecodes.studio.drawing.RequestCompletion;
import org.stylecodes.studio.drawing.StyleLookup;
import org.stylecodes.studio.picture.PictureMemory;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.SqlStore;
import org.stylecodes.studio.store.Store;

/** A gallery of the built-in model in a folder, where nobody draws. */
record OpenGallery(Store store, Models models, EncodingLane encodings, JobQueue queue, Gallery gallery)
        implements AutoCloseable {
    static OpenGallery in(Path folder, Limits limits) throws InterruptedException {
        Store store = SqlStore.file(folder.resolve("studio.db"));
        Models models = Models.load(StyleCodes::nano);
        CountDownLatch loaded = new CountDownLatch(1);
        models.whenReady(loaded::countDown);
        loaded.await();
        EncodingLane encodings = new EncodingLane(models);
        PictureStore pictures = new PictureStore(folder, store.pictures(), PictureMemory.ofHeap());
        StyleLookup lookup = new StyleLookup(models, pictures, encodings, store.styles());
        RequestCompletion requests = new RequestCompletion(models, lookup, pictures, limits);
        JobQueue queue = new JobQueue(store, models, pictures, requests, limits, seconds -> {});
        Samples samples = new Samples(store, models, requests, queue);
        return new OpenGallery(
                store,
                models,
                encodings,
                queue,
                new Gallery(store, models, lookup, pictures, samples, new MapSource(models)));
    }

    @Override
    public void close() {
        queue.close();
        encodings.close();
        models.close();
        store.close();
    }
}
