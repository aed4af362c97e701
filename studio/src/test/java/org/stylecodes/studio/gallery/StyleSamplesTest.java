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
import org.stylecodes.code.StyleCode;
import org.stylecodes.studio.limits.Limits;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobRecords;

class StyleSamplesTest {
    private static final int ROOM = 16; // for samples if one generation may wait
    private static final int STYLES = 10;

    @TempDir
    private Path folder;

    @Test
    void samplesThatHadNoRoomAreQueuedWhenThereIsRoom() throws Exception {
        try (OpenGallery open = OpenGallery.in(folder, Limits.DEFAULT.withQueued(1))) {
            JobRecords jobs = open.store().jobs();
            Random random = new Random(1);
            for (int i = 0; i < STYLES; i++) {
                String code = StyleCode.uniform(random).toString();
                open.gallery().add(new StyleDraft(code, "a", List.of(), "", null, false));
            }
            assertEquals(ROOM, jobs.waiting(Job.Kind.SAMPLE, null));
            Set<String> drawn = new HashSet<>();
            for (Optional<Job> job = jobs.claim("w", "nano1"); job.isPresent(); job = jobs.claim("w", "nano1")) {
                drawn.add(job.get().request());
                jobs.finish(job.get().id(), "w", Job.State.DONE, null);
                open.samples().requestMissing();
            }
            assertEquals(STYLES * StyleSamples.PROMPTS.size(), drawn.size());
        }
    }
}
