package org.stylecodes.studio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The records of samples. */
class SampleRecordsTest extends RecordsTest {
    private static final List<String> PROMPTS = List.of("a house", "a boat");

    @Test
    void aSampleGetsThePictureThatItsJobDrew() {
        Job job = job(Job.Kind.SAMPLE, 1);
        Sample sample = new Sample(CODE, "a house", null, job.id());
        assertTrue(store.samples().add("nano1", sample, job, PLENTY));
        store.jobs().claim("w", MODEL);
        store.jobs().addResult(job.id(), "w", new Job.Result(0, 1, "picture"));
        assertEquals(
                List.of(new Sample(CODE, "a house", "picture", job.id())),
                store.samples().find("nano1", List.of(CODE)));
    }

    @Test
    void aSampleIsRequestedOnceWhileItsJobIsInProgress() {
        Job job = job(Job.Kind.SAMPLE, 1);
        Job again = job(Job.Kind.SAMPLE, 2);
        store.samples().add("nano1", new Sample(CODE, "a house", null, job.id()), job, PLENTY);
        assertFalse(store.samples().add("nano1", new Sample(CODE, "a house", null, again.id()), again, PLENTY));
        assertEquals(Optional.empty(), store.jobs().find(again.id()));
        store.jobs().cancel(job.id());
        assertTrue(store.samples().add("nano1", new Sample(CODE, "a house", null, again.id()), again, PLENTY));
        assertEquals(
                again.id(), store.samples().find("nano1", List.of(CODE)).get(0).job());
    }

    @Test
    void samplesAreKeptAsLongAsTheirStyle() {
        Style style = style("kept", 1);
        store.styles().add(List.of(style));
        Job job = job(Job.Kind.SAMPLE, 1);
        store.samples().add("nano1", new Sample(CODE, "a house", null, job.id()), job, PLENTY);
        store.jobs().cancel(job.id());
        assertEquals(0, store.samples().removeUnkept(FUTURE));
        assertEquals(0, store.jobs().removeEnded(FUTURE));
        store.styles().remove(style.id());
        assertEquals(0, store.samples().removeUnkept(PAST));
        assertEquals(1, store.samples().removeUnkept(FUTURE));
        assertEquals(1, store.jobs().removeEnded(FUTURE));
    }

    @Test
    void aStyleMissesSamplesUntilAllPromptsAreRequested() {
        store.styles().add(List.of(style("twice", 1), style("twice", 2)));
        assertEquals(List.of(CODE), store.samples().missing("nano1", PROMPTS, 9));
        request("a house");
        assertEquals(List.of(CODE), store.samples().missing("nano1", PROMPTS, 9));
        request("a boat");
        assertEquals(List.of(), store.samples().missing("nano1", PROMPTS, 9));
    }

    @Test
    void aStyleThatNobodyKeptMissesNoSamples() {
        request("a house");
        assertEquals(List.of(), store.samples().missing("nano1", PROMPTS, 9));
    }

    private void request(String prompt) {
        Job job = job(Job.Kind.SAMPLE, 1);
        store.samples().add("nano1", new Sample(CODE, prompt, null, job.id()), job, PLENTY);
    }
}
