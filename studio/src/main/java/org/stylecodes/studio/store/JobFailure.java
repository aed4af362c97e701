package org.stylecodes.studio.store;

/**
 * The reason why a job was not drawn.
 *
 * @param message the reason, for the caller
 * @param ofServer true if the server failed and the same request may succeed later
 */
public record JobFailure(String message, boolean ofServer) {}
