package org.stylecodes.studio.http;

import io.javalin.config.JavalinConfig;

/** A group of routes, or of handlers that run before them. */
@FunctionalInterface
public interface Routes {
    /** Adds the routes to a server. */
    void add(JavalinConfig config);
}
