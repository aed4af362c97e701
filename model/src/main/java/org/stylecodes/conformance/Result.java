package org.stylecodes.conformance;

import java.util.Locale;

/**
 * How one case went.
 *
 * @param name its file below the archive, without the ending
 * @param status what became of it
 * @param error the largest difference found, relative to the largest expected number; of pictures in levels of 0..255; of what
 *     must be equal, the part that is not
 * @param bound the largest error allowed
 * @param note where the error is, or why the case was skipped or broke off
 */
public record Result(String name, Status status, double error, double bound, String note) {
    /** What can become of a case. */
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

    /** One line for people. */
    @Override
    public String toString() {
        String word = status.name().toLowerCase(Locale.ROOT);
        return status == Status.SKIPPED || Double.isInfinite(error)
                ? String.format(Locale.ROOT, "%-40s %-30s %-7s %s", name, "", word, note)
                : String.format(Locale.ROOT, "%-40s error %-8.2g bound %-8.2g %-7s %s", name, error, bound, word, note);
    }
}
