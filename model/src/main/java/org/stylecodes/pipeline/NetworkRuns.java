package org.stylecodes.pipeline;

import java.util.List;
import java.util.Objects;
import org.stylecodes.Interval;
import org.stylecodes.Request;

/**
 * How often the networks run for one picture in a style, with a sampler that calls the denoiser once a step.
 *
 * @param base the runs of the base UNet
 * @param control the runs of the control branch, which takes part in the predictions with the style
 */
public record NetworkRuns(int base, int control) {
    /**
     * Counts the runs of a request.
     *
     * @param filled a request with all defaults filled in
     */
    public static NetworkRuns of(Request filled) {
        int steps = Objects.requireNonNull(filled.steps());
        Interval text = Objects.requireNonNull(filled.guidance().textInterval());
        Interval style = Objects.requireNonNull(filled.guidance().styleInterval());
        int base = 0;
        int control = 0;
        for (int step = 0; step < steps; step++) {
            List<GuidanceTerm> terms =
                    GuidanceTerm.of(filled.guidance(), text.contains(step, steps), style.contains(step, steps));
            base += terms.size();
            control += (int) terms.stream().filter(GuidanceTerm::styled).count();
        }
        return new NetworkRuns(base, control);
    }

    /** The runs of both networks. */
    public int all() {
        return base + control;
    }
}
