package org.stylecodes.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stylecodes.Interval;

/** How a part of the steps is written: {@code 0.2-0.8}. */
final class StepInterval {
    private static final Pattern FORM = Pattern.compile("([0-9.]{1,12})-([0-9.]{1,12})");

    private StepInterval() {}

    /** @throws BadValueException if the text is anything else */
    static Interval parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        try {
            if (matcher.matches()) {
                return new Interval(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
            }
        } catch (NumberFormatException several) {
            // Points without a number between them are refused below.
        }
        throw new BadValueException("'" + text + "' is no part of the steps; expected two fractions, such as 0.2-0.8");
    }
}
