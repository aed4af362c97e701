package org.stylecodes.studio.store;

/**
 * Why a job was not drawn.
 *
 * @param message for who asked for it
 * @param ofServer whether the server failed, and the request could be drawn another time
 */
public record JobFailure(String message, boolean ofServer) {}
