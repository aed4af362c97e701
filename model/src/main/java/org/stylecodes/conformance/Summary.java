package org.stylecodes.conformance;

/** The number of passed, failed and skipped cases of an archive. */
public record Summary(int passed, int failed, int skipped) {
    Summary plus(Result.Status status) {
        return switch (status) {
            case PASS -> new Summary(passed + 1, failed, skipped);
            case FAIL -> new Summary(passed, failed + 1, skipped);
            case SKIPPED -> new Summary(passed, failed, skipped + 1);
        };
    }

    /** {@code N passed, N failed}. Skipped cases have a separate line in the report. */
    @Override
    public String toString() {
        return passed + " passed, " + failed + " failed";
    }
}
