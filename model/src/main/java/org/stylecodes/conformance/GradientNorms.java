package org.stylecodes.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.error.ModelFormatException;

/**
 * The recorded norms of a training step's gradients, by parameter, and the rule for comparing other gradients with them.
 *
 * <p>A norm agrees if its relative difference from the recorded norm is at most 1e-3. Some gradients are mathematically zero, such as that
 * of a bias before a normalization of single channels. Their recorded norms are rounding errors, which differ in every implementation. A
 * recorded norm counts as a rounding error if it is at most {@value #ROUNDING} of the largest recorded norm. Any norm at that level agrees
 * with it, and so does a missing gradient. For all other parameters, a missing gradient does not agree.
 */
record GradientNorms(SortedMap<String, Double> recorded) {
    private static final double BOUND = 1e-3;
    private static final double ROUNDING = 1e-5;

    /** Reads a JSON object of norms by parameter. */
    static GradientNorms of(String file, JsonNode json) {
        SortedMap<String, Double> recorded = new TreeMap<>();
        for (Map.Entry<String, JsonNode> norm : json.properties()) {
            double value = norm.getValue().doubleValue();
            if (!norm.getValue().isNumber() || !(value >= 0)) {
                throw new ModelFormatException(
                        file, norm.getKey(), -1, "has the gradient norm " + norm.getValue() + ", expected 0 or more");
            }
            recorded.put(norm.getKey(), value);
        }
        return new GradientNorms(recorded);
    }

    /** Compares the gradients of parameters with the recorded norms. */
    void compare(Map<String, Tensor> parameters, Comparison comparison) {
        double rounding =
                ROUNDING * recorded.values().stream().mapToDouble(x -> x).max().orElse(0);
        recorded.forEach((name, expected) -> {
            Tensor parameter = parameters.get(name);
            String what = "gradient of " + name;
            if (parameter == null) {
                comparison.note(what + ", which is not a parameter here", Double.POSITIVE_INFINITY, BOUND);
                return;
            }
            Tensor gradient = parameter.grad();
            double found = gradient.defined() ? gradient.norm().item_double() : 0;
            if (expected > rounding && !gradient.defined()) {
                comparison.note(what + ", which is missing", Double.POSITIVE_INFINITY, BOUND);
            } else if (expected <= rounding && found <= rounding) {
                comparison.note(what, 0, BOUND);
            } else {
                comparison.close(what, expected, found, BOUND);
            }
        });
    }
}
