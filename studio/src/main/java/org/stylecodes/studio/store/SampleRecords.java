package org.stylecodes.studio.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.stylecodes.code.StyleCode;

/** The fixed prompts drawn in styles. Thread-safe. */
public interface SampleRecords {
    /** What there is for some codes of a model, drawn or asked for. */
    List<Sample> find(String model, Collection<StyleCode> codes);

    /**
     * Adds a sample and the job that is to draw it, in the place of one whose job ended without a picture.
     *
     * @param bound how many jobs of its kind may wait at once
     * @return false if so many do, or another server was faster
     */
    boolean add(String model, Sample sample, Job job, int bound);

    /**
     * The codes of styles that are kept and have not got all their samples, neither drawn nor asked for; the oldest first.
     *
     * @param prompts of which there should be a sample each
     */
    List<StyleCode> missing(String model, List<String> prompts, int most);

    /**
     * Forgets samples of styles that nobody kept, which were drawn before a time.
     *
     * @return how many there were
     */
    int removeUnkept(Instant before);
}
