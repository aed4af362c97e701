package org.stylecodes.studio.gallery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.studio.drawing.GenerationRequest;
import org.stylecodes.studio.drawing.JobQueue;
import org.stylecodes.studio.drawing.Models;
import org.stylecodes.studio.drawing.RequestCompletion;
import org.stylecodes.studio.drawing.StyleChoice;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobKind;
import org.stylecodes.studio.store.Sample;
import org.stylecodes.studio.store.Store;

/** Three fixed prompts in every style, so that styles can be compared. Thread-safe. */
public record Samples(Store store, Models models, RequestCompletion requests, JobQueue queue) {
    /** The prompts. */
    public static final List<String> PROMPTS = List.of("a house on a hill", "a boat by the sea", "a cat in a field");

    private static final long SEED = 1;

    /** The samples of codes that are drawn or asked for. */
    public Map<StyleCode, List<Sample>> find(Collection<StyleCode> codes) {
        Map<StyleCode, List<Sample>> found = new HashMap<>();
        for (Sample sample : store.samples().find(models.info().id(), codes)) {
            found.computeIfAbsent(sample.code(), code -> new ArrayList<>()).add(sample);
        }
        return found;
    }

    /** The sample of one of the prompts among some; empty where it was not asked for. */
    public static Optional<Sample> of(List<Sample> samples, String prompt) {
        return samples.stream().filter(sample -> sample.prompt().equals(prompt)).findFirst();
    }

    /**
     * Has the samples of a style drawn that are missing, those that wait already sooner where that is asked for.
     *
     * @param kind how soon
     */
    public void request(StyleCode code, JobKind kind) {
        List<Sample> present = find(List.of(code)).getOrDefault(code, List.of());
        Set<UUID> underWay = new HashSet<>();
        store
                .jobs()
                .find(present.stream()
                        .filter(sample -> sample.picture() == null)
                        .map(Sample::job)
                        .toList())
                .stream()
                .filter(job -> !job.state().isFinal())
                .map(Job::id)
                .forEach(underWay::add);
        store.jobs().hasten(underWay, kind);
        for (String prompt : PROMPTS) {
            Optional<Sample> sample = of(present, prompt);
            boolean there = sample.isPresent()
                    && (sample.get().picture() != null
                            || underWay.contains(sample.get().job()));
            if (!there) {
                add(code, prompt, kind);
            }
        }
        queue.wake();
    }

    /**
     * Has samples drawn of those styles in the gallery that had no room in the queue when they were kept; the oldest first, as
     * many as there is room for, and only when less than half of the room is taken.
     */
    public void requestMissing() {
        int bound = queue.bound(JobKind.SAMPLE);
        int room = bound - store.jobs().waiting(JobKind.SAMPLE, models.info().id());
        if (room > bound / 2) {
            int styles = (room + PROMPTS.size() - 1) / PROMPTS.size();
            store.samples().missing(models.info().id(), PROMPTS, styles).forEach(code -> request(code, JobKind.SAMPLE));
        }
    }

    private void add(StyleCode code, String prompt, JobKind kind) {
        String model = models.info().id();
        GenerationRequest request = requests.complete(GenerationRequest.of(
                prompt, List.of(StyleChoice.code(new SharedCode(model, code).toString(), 1)), SEED));
        Job job = queue.waiting(kind, request);
        store.samples().add(model, new Sample(code, prompt, null, job.id()), job, queue.bound(kind));
    }
}
