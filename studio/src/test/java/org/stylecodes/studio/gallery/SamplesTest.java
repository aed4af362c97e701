package org.stylecodes.studio.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.studio.Limits;
import org.stylecodes.studio.drawing.EncodingLane;
import org.stylecodes.studio.drawing.JobQueue;
import org.stylecodes.studio.drawing.Models;
import org.stylecodes.studio.drawing.RequestCompletion;
import org.stylecodes.studio.drawing.StyleLookup;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobKind;
import org.stylecodes.studio.store.JobState;
import org.stylecodes.studio.store.SqlStore;
import org.stylecodes.studio.store.Store;

class SamplesTest {
    private static final int ROOM = 16; // for samples where one generation may wait
    private static final int STYLES = 10;

    @TempDir
    private Path folder;

    @Test
    void samplesThatHadNoRoomInTheQueueAreAskedForWhenThereIsSome() throws Exception {
        try (Store store = SqlStore.file(folder.resolve("studio.db"));
                Models models = Models.load(StyleCodes::nano);
                EncodingLane encodings = new EncodingLane(models)) {
            models.await();
            PictureStore pictures = new PictureStore(folder, store.pictures());
            StyleLookup lookup = new StyleLookup(models, pictures, encodings, store.styles());
            Limits limits = Limits.DEFAULT.withQueued(1);
            RequestCompletion requests = new RequestCompletion(models, lookup, pictures, limits);
            try (JobQueue queue = new JobQueue(store, models, pictures, requests, limits, seconds -> {})) {
                Samples samples = new Samples(store, models, requests, queue);
                Gallery gallery = new Gallery(store, models, lookup, pictures, samples, new MapSource(models));
                Random random = new Random(1);
                for (int i = 0; i < STYLES; i++) {
                    String code = StyleCode.uniform(random).toString();
                    gallery.add(new StyleDraft(code, "a", List.of(), "", null, false));
                }
                assertEquals(ROOM, store.jobs().waiting(JobKind.SAMPLE));
                Set<String> drawn = new HashSet<>();
                for (Optional<Job> job = store.jobs().claim("w");
                        job.isPresent();
                        job = store.jobs().claim("w")) {
                    drawn.add(job.get().request());
                    store.jobs().finish(job.get().id(), "w", JobState.DONE, null);
                    samples.requestMissing();
                }
                assertEquals(STYLES * Samples.PROMPTS.size(), drawn.size());
            }
        }
    }
}
