package org.stylecodes.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.stylecodes.Guidance;

/**
 * One prediction of the network and its weight in the guided prediction. The formulas of {@link org.stylecodes.GuidanceMode},
 * sorted by prediction, are sums of these terms. A prediction whose weight is 0 is not computed.
 *
 * @param prompt true if the prediction reads the prompt, false if it reads the negative prompt
 * @param styled whether the style takes part, through the control branch and through a base that reads codes
 * @param share the weight in the sum; all weights sum to 1
 */
record GuidanceTerm(boolean prompt, boolean styled, double share) {
    /**
     * The terms of one step. Of two terms that agree on the style, the one of the negative prompt comes first.
     *
     * @param guidance with all defaults filled in
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
