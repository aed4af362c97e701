package org.stylecodes.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ResultTest {
    @Test
    void isALineOfNameErrorBoundStatusAndPlace() {
        Result result = new Result("vae", Result.Status.PASS, 0.0000021, 0.0001, "decoded");
        assertEquals("vae error 2.1e-06 bound 0.00010 pass decoded", words(result));
    }

    @Test
    void aResultWithoutAnErrorHasItsReason() {
        assertEquals("lora skipped not known", words(Result.skipped("lora", "not known")));
        assertEquals("vae fail the tensor is missing", words(Result.brokenOff("vae", "the tensor is missing")));
    }

    @Test
    void theSummaryCountsWhatPassedAndFailed() {
        Summary summary = new Summary(0, 0, 0)
                .plus(Result.Status.PASS)
                .plus(Result.Status.PASS)
                .plus(Result.Status.FAIL)
                .plus(Result.Status.SKIPPED);
        assertEquals(new Summary(2, 1, 1), summary);
        assertEquals("2 passed, 1 failed", summary.toString());
    }

    private static String words(Result result) {
        return result.toString().replaceAll(" +", " ");
    }
}
