package org.stylecodes.conformance;

/** A case cannot be checked because it needs something that is not supported. */
final class SkippedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SkippedException(String reason) {
        super(reason);
    }
}
