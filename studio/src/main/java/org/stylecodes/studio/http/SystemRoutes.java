package org.stylecodes.studio.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.stylecodes.studio.drawing.Models;

/** Whether the process lives, and whether it can work. */
record SystemRoutes(Models models) {
    void add(RoutesConfig routes) {
        routes.get("/healthz", context -> Json.write(context, 200, Map.of("status", "alive")));
        routes.get("/readyz", this::ready);
    }

    private void ready(Context context) {
        models.get();
        Json.write(context, 200, Map.of("status", "ready"));
    }
}
