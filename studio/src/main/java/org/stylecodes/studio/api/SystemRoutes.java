package org.stylecodes.studio.api;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.stylecodes.studio.http.Json;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.http.Routes;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.store.Store;

/** Liveness and readiness. */
public final class SystemRoutes implements Routes {
    private final LoadedModel model;
    private final Store store;

    /** @param store the store, which must answer for the server to be ready */
    public SystemRoutes(LoadedModel model, Store store) {
        this.model = model;
        this.store = store;
    }

    @Override
    public void add(JavalinConfig config) {
        RoutesConfig routes = config.routes;
        routes.get("/healthz", context -> Json.write(context, 200, Map.of("status", "alive")));
        routes.get("/readyz", this::ready);
    }

    private void ready(Context context) {
        model.get();
        if (!store.isAlive()) {
            throw new ProblemException(503, "Not ready", "the database does not answer");
        }
        Json.write(context, 200, Map.of("status", "ready"));
    }
}
