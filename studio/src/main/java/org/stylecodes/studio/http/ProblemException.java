package org.stylecodes.studio.http;

import org.stylecodes.error.StyleCodesException;

/** Ends a request with a {@link Problem}. */
final class ProblemException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    ProblemException(int status, String title, String detail) {
        this(Problem.of(status, title, detail));
    }

    static ProblemException malformed(String detail) {
        return new ProblemException(400, "Malformed request", detail);
    }

    static ProblemException impossible(String detail) {
        return new ProblemException(422, "Impossible request", detail);
    }

    static ProblemException missing(String detail) {
        return new ProblemException(404, "Not found", detail);
    }

    Problem problem() {
        return problem;
    }
}
