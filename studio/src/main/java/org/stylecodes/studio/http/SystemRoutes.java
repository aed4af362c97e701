package org.stylecodes.studio.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;

/** Whether the process lives, and whether it can work. */
record SystemRoutes(Workshop workshop) {
    void add(RoutesConfig routes) {
        routes.get("/healthz", context -> Json.write(context, 200, Map.of("status", "alive")));
        routes.get("/readyz", this::ready);
    }

    private void ready(Context context) {
        workshop.models().get();
        if (!workshop.store().isAlive()) {
            throw new ProblemException(503, "Not ready", "the database does not answer");
        }
        Json.write(context, 200, Map.of("status", "ready"));
    }
}
