package org.stylecodes.code;

/**
 * A code and its weight in a {@linkplain StyleCode#mix(java.util.List) mix}. Only the ratios of the weights matter.
 *
 * @param code the code to mix
 * @param weight 0 or more
 */
public record WeightedCode(StyleCode code, double weight) {
    /**
     * Checks the weight.
     *
     * @throws IllegalArgumentException if the weight is negative or not finite
     */
    public WeightedCode {
        if (!(weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("the weight of " + code + " is " + weight + "; expected 0 or more");
        }
    }
}
