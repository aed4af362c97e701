package org.stylecodes.cli.code;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An argument with an optional weight after it, such as {@code RIgP_58waM-Dx3A5idNo::2}. Other programs weight style codes in
 * the same way.
 *
 * @param text what is weighted: a code, or the path of a picture
 * @param weight 0 or more; 1 if none was given
 */
public record WeightedText(String text, double weight) {
    private static final Pattern WEIGHTED = Pattern.compile("(.*)::(.*)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?|\\.[0-9]{1,9}");

    /**
     * Splits an argument at its last double colon.
     *
     * @throws IllegalArgumentException if what follows the double colon is not a number
     */
    public static WeightedText parse(String argument) {
        Matcher weighted = WEIGHTED.matcher(argument);
        if (!weighted.matches()) {
            return new WeightedText(argument, 1);
        }
        if (!NUMBER.matcher(weighted.group(2)).matches()) {
            throw new IllegalArgumentException("the weight in '" + argument + "' is '" + weighted.group(2)
                    + "'; expected a number of 0 or more after '::', as in '" + weighted.group(1) + "::2'");
        }
        return new WeightedText(weighted.group(1), Double.parseDouble(weighted.group(2)));
    }
}
