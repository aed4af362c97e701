package org.stylecodes.studio.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.stylecodes.code.StyleCode;

/** The records of samples, the fixed prompts drawn in styles. Thread-safe. */
public interface SampleRecords {
    /** The samples of some codes of a model, drawn or requested. */
    List<Sample> find(String model, Collection<StyleCode> codes);

    /**
     * Adds a sample and the job that draws it. Replaces a sample whose job ended without a picture.
     *
     * @param bound the most jobs of its kind that may wait
     * @return false if the bound is reached or another server added the sample first
     */
    boolean add(String model, Sample sample, Job job, int bound);

    /**
     * The codes of kept styles for which a sample is neither drawn nor requested, oldest style first.
     *
     * @param prompts the prompts of the samples
     * @param most the most codes to return
     */
    List<StyleCode> missing(String model, List<String> prompts, int most);

    /**
     * Removes the samples of styles that nobody kept and that were drawn before a time.
     *
     * @return the number of removed samples
     */
    int removeUnkept(Instant before);
}
