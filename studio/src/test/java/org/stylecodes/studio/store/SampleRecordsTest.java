package org.stylecodes.studio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The fixed prompts drawn in styles. */
class SampleRecordsTest extends RecordsTest {
    private static final List<String> PROMPTS = List.of("a house", "a boat");

    @Test
    void aStyleMissesSamplesUntilAllOfItsPromptsAreAskedFor() {
        store.styles().add(List.of(style("twice", 1), style("twice", 2)));
        assertEquals(List.of(CODE), store.samples().missing("nano1", PROMPTS, 9));
        ask("a house");
        assertEquals(List.of(CODE), store.samples().missing("nano1", PROMPTS, 9));
        ask("a boat");
        assertEquals(List.of(), store.samples().missing("nano1", PROMPTS, 9));
    }

    @Test
    void nothingIsMissingOfAStyleThatNobodyKept() {
        ask("a house");
        assertEquals(List.of(), store.samples().missing("nano1", PROMPTS, 9));
    }

    private void ask(String prompt) {
        Job job = job(JobKind.SAMPLE, 1);
        store.samples().add("nano1", new Sample(CODE, prompt, null, job.id()), job, PLENTY);
    }
}
