package org.stylecodes.studio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The queue. */
class JobRecordsTest extends RecordsTest {
    private static final Duration NONE = Duration.ofSeconds(-1);

    @Test
    void theJobThatThisProcessDrawsStaysHoweverLongItWasSilent() {
        Job drawn = claimed("w");
        Job abandoned = claimed("v");
        assertEquals(1, store.jobs().recover(NONE, 10, drawn.id()));
        assertEquals(
                JobState.RUNNING, store.jobs().find(drawn.id()).orElseThrow().state());
        assertEquals(
                JobState.QUEUED, store.jobs().find(abandoned.id()).orElseThrow().state());
    }

    @Test
    void manyThatAddAtOnceKeepToTheBound() throws Exception {
        List<Boolean> taken = atOnce(8, i -> store.jobs().add(job(JobKind.GENERATION, i), 3));
        assertEquals(3, Collections.frequency(taken, true));
        assertEquals(3, store.jobs().waiting(JobKind.GENERATION));
    }
}
