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

/** The samples of styles: three fixed prompts drawn in every style, so that styles can be compared. Thread-safe. */
public final class StyleSamples {
    /** The prompts. */
    public static final List<String> PROMPTS = List.of("a house on a hill", "a boat by the sea", "a cat in a field");

    private static final long SEED = 1;

    private final Store store;
    private final LoadedModel model;
    private final RequestCompletion requests;
    private final JobQueue queue;

    /** @param queue the queue of jobs that draw samples */
    public StyleSamples(Store store, LoadedModel model, RequestCompletion requests, JobQueue queue) {
        this.store = store;
        this.model = model;
        this.requests = requests;
        this.queue = queue;
    }

    /** The samples of some codes, whether they are drawn or still waiting. */
    public Map<StyleCode, List<Sample>> find(Collection<StyleCode> codes) {
        Map<StyleCode, List<Sample>> found = new HashMap<>();
        for (Sample sample : store.samples().find(modelId(), codes)) {
            found.computeIfAbsent(sample.code(), code -> new ArrayList<>()).add(sample);
        }
        return found;
    }

    /** The samples of one code, drawn or waiting. */
    public List<Sample> find(StyleCode code) {
        return find(List.of(code)).getOrDefault(code, List.of());
    }

    /** The sample for a prompt; empty if it was not requested yet. */
    public static Optional<Sample> of(List<Sample> samples, String prompt) {
        return samples.stream().filter(sample -> sample.prompt().equals(prompt)).findFirst();
    }

    /**
     * Queues the missing samples of a style, and raises the priority of samples that are already waiting.
     *
     * @param kind the kind of the jobs, which decides their priority
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
            boolean exists = sample.isPresent()
                    && (sample.get().picture() != null
                            || underWay.contains(sample.get().job()));
            if (!exists) {
                add(code, prompt, kind);
            }
        }
        queue.wake();
    }

    /**
     * Queues samples of gallery styles for which the queue had no room when they were kept, oldest first. Adds as many as fit,
     * and only if less than half of the queue's room for samples is taken.
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
