package org.stylecodes.conformance;

/** How many cases of an archive went how. */
public record Summary(int passed, int failed, int skipped) {
    Summary plus(Result.Status status) {
        return switch (status) {
            case PASS -> new Summary(passed + 1, failed, skipped);
            case FAIL -> new Summary(passed, failed + 1, skipped);
            case SKIPPED -> new Summary(passed, failed, skipped + 1);
        };
    }

    /** {@code N passed, N failed}; what was skipped has a line of its own. */
    @Override
    public String toString() {
        return passed + " passed, " + failed + " failed";
    }
}
