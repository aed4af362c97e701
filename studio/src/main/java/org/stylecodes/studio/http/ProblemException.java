package org.stylecodes.studio.http;

import org.stylecodes.error.StyleCodesException;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** @param problem to answer with */
    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** As {@link Problem#of} makes it. */
    public ProblemException(int status, String title, String detail) {
        this(Problem.of(status, title, detail));
    }

    /** Answers with 400. */
    public static ProblemException malformed(String detail) {
        return new ProblemException(400, "Malformed request", detail);
    }

    /** Answers with 422. */
    public static ProblemException impossible(String detail) {
        return new ProblemException(422, "Impossible request", detail);
    }

    /** Answers with 404. */
    public static ProblemException missing(String detail) {
        return new ProblemException(404, "Not found", detail);
    }

    /** The same about a field of the request. */
    public ProblemException about(String field) {
        return new ProblemException(problem.about(field));
    }

    /** The answer. */
    public Problem problem() {
        return problem;
    }
}
