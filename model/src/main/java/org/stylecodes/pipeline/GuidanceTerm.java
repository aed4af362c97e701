package org.stylecodes.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.stylecodes.Guidance;

/**
 * One prediction of the network and its share in the guided one. The formulas of {@link org.stylecodes.GuidanceMode}, sorted
 * by prediction, are sums of these; a prediction of no share is not made.
 *
 * @param prompt whether it reads the prompt or the negative prompt
 * @param styled whether it runs with the control branch
 * @param share how much of it there is in the sum; all shares sum to 1
 */
record GuidanceTerm(boolean prompt, boolean styled, double share) {
    /**
     * The predictions of one step.
     *
     * @param guidance with nothing left to the model
     * @param amplified whether the prompt is amplified in this step
     * @param styled whether the style acts in this step
     */
    static List<GuidanceTerm> of(Guidance guidance, boolean amplified, boolean styled) {
        double text = amplified ? Objects.requireNonNull(guidance.text()) : 1;
        if (!styled) {
            return needed(new GuidanceTerm(false, false, 1 - text), new GuidanceTerm(true, false, text));
        }
        return switch (Objects.requireNonNull(guidance.mode())) {
            case REFERENCE -> needed(new GuidanceTerm(false, true, 1 - text), new GuidanceTerm(true, true, text));
            case JOINT -> needed(new GuidanceTerm(false, false, 1 - text), new GuidanceTerm(true, true, text));
            case SEPARATE -> {
                double style = Objects.requireNonNull(guidance.style());
                yield needed(
                        new GuidanceTerm(false, false, 1 - style),
                        new GuidanceTerm(false, true, style - text),
                        new GuidanceTerm(true, true, text));
            }
        };
    }

    private static List<GuidanceTerm> needed(GuidanceTerm... all) {
        return Stream.of(all).filter(prediction -> prediction.share != 0).toList();
    }
}
