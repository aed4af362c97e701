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
import org.stylecodes.Request;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.json.RequestJson;
import org.stylecodes.studio.jobs.JobQueue;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.request.RequestCompletion;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.Sample;
import org.stylecodes.studio.store.Store;

/** Three fixed prompts in every style, so that styles can be compared. Thread-safe. */
public final class StyleSamples {
    /** The prompts. */
    public static final List<String> PROMPTS = List.of("a house on a hill", "a boat by the sea", "a cat in a field");

    private static final long SEED = 1;

    private final Store store;
    private final LoadedModel model;
    private final RequestCompletion requests;
    private final JobQueue queue;

    /** @param queue draws the samples */
    public StyleSamples(Store store, LoadedModel model, RequestCompletion requests, JobQueue queue) {
        this.store = store;
        this.model = model;
        this.requests = requests;
        this.queue = queue;
    }

    /** The samples of some codes, whether drawn already or waiting. */
    public Map<StyleCode, List<Sample>> find(Collection<StyleCode> codes) {
        Map<StyleCode, List<Sample>> found = new HashMap<>();
        for (Sample sample : store.samples().find(modelId(), codes)) {
            found.computeIfAbsent(sample.code(), code -> new ArrayList<>()).add(sample);
        }
        return found;
    }

    /** The samples of one code, whether drawn already or waiting. */
    public List<Sample> find(StyleCode code) {
        return find(List.of(code)).getOrDefault(code, List.of());
    }

    /** The sample of a prompt; empty if it was not requested yet. */
    public static Optional<Sample> of(List<Sample> samples, String prompt) {
        return samples.stream().filter(sample -> sample.prompt().equals(prompt)).findFirst();
    }

    /**
     * Queues the samples of a style that are missing, and moves those that wait already up to a kind.
     *
     * @param kind the kind of the jobs, which decides how soon they are drawn
     */
    public void request(StyleCode code, Job.Kind kind) {
        List<Sample> present = find(code);
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
        store.jobs().raisePriority(underWay, kind);
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
     * Queues samples of the styles in the gallery that found no room in the queue when they were kept, the oldest first. It adds
     * as many as fit, and only when less than half of the queue's room for samples is taken.
     */
    public void requestMissing() {
        int bound = queue.bound(Job.Kind.SAMPLE);
        int room = bound - store.jobs().waiting(Job.Kind.SAMPLE, modelId());
        if (room > bound / 2) {
            int styles = (room + PROMPTS.size() - 1) / PROMPTS.size();
            store.samples().missing(modelId(), PROMPTS, styles).forEach(code -> request(code, Job.Kind.SAMPLE));
        }
    }

    private void add(StyleCode code, String prompt, Job.Kind kind) {
        Request request =
                Request.of(prompt).style(new SharedCode(modelId(), code)).seed(SEED);
        Job job = queue.waiting(kind, requests.complete(RequestJson.of(request)));
        store.samples().add(modelId(), new Sample(code, prompt, null, job.id()), job, queue.bound(kind));
    }

    private String modelId() {
        return model.info().id();
    }
}
