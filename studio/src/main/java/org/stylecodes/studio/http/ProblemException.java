package org.stylecodes.studio.http;

import org.stylecodes.error.StyleCodesException;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** @param problem the error to answer with */
    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** Ends a request with the error that {@link Problem#of} creates. */
    public ProblemException(int status, String title, String detail) {
        this(Problem.of(status, title, detail));
    }

    /** An error with status 400: the request is malformed. */
    public static ProblemException malformed(String detail) {
        return new ProblemException(400, "Malformed request", detail);
    }

    /** An error with status 422: the request is well-formed but cannot be fulfilled. */
    public static ProblemException impossible(String detail) {
        return new ProblemException(422, "Impossible request", detail);
    }

    /** An error with status 404. */
    public static ProblemException missing(String detail) {
        return new ProblemException(404, "Not found", detail);
    }

    /** This error with the request field at fault. */
    public ProblemException about(String field) {
        return new ProblemException(problem.about(field));
    }

    /** The error to answer with. */
    public Problem problem() {
        return problem;
    }
}
