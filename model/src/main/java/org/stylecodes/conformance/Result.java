package org.stylecodes.conformance;

import java.util.Locale;

/**
 * The result of one case.
 *
 * @param name the case's file below the archive's root, without the suffix
 * @param status whether the case passed
 * @param error the largest difference, relative to the largest expected number; for pictures, in levels of 0..255; for values that must
 *     be equal, the fraction that is not equal
 * @param bound the largest error allowed
 * @param note where the error is, or why the case was skipped or threw
 */
public record Result(String name, Status status, double error, double bound, String note) {
    /** The status of a case. */
    public enum Status {
        PASS,
        FAIL,
        SKIPPED
    }

    static Result skipped(String name, String reason) {
        return new Result(name, Status.SKIPPED, 0, 0, reason);
    }

    static Result brokenOff(String name, String message) {
        return new Result(name, Status.FAIL, Double.POSITIVE_INFINITY, 0, message);
    }

    /** One line for a report. */
    @Override
    public String toString() {
        String word = status.name().toLowerCase(Locale.ROOT);
        return status == Status.SKIPPED || Double.isInfinite(error)
                ? String.format(Locale.ROOT, "%-40s %-30s %-7s %s", name, "", word, note)
                : String.format(Locale.ROOT, "%-40s error %-8.2g bound %-8.2g %-7s %s", name, error, bound, word, note);
    }
}
