package org.stylecodes.studio.page;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stylecodes.studio.http.ApiPath;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.http.Routes;

/**
 * Serves the web page and the API documentation from resources. Only names made of letters, digits, dashes, underscores and
 * single dots are looked up.
 */
public final class PageRoutes implements Routes {
    private static final String FOLDER = "/org/stylecodes/studio/page/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final List<String> VIEWS =
            List.of("/", "/draw", "/explore", "/explore/map", "/explore/mix"); // the views in page.tsx
    private static final String NOTHING = "there is nothing at this address; /docs lists the addresses of the API";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain;charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json"));

    @Override
    public void add(JavalinConfig config) {
        RoutesConfig routes = config.routes;
        routes.get("/assets/{name}", context -> {
            context.header("Cache-Control", "public, max-age=31536000, immutable");
            file(context, "assets/", context.pathParam("name"));
        });
        for (String name : List.of("openapi.json", "licences.txt", "favicon.ico")) {
            routes.get("/" + name, context -> file(context, "", name));
        }
        routes.get("/docs", context -> file(context, "docs/", "docs.html"));
        routes.get("/docs/{name}", context -> file(context, "docs/", context.pathParam("name")));
        for (String view : VIEWS) {
            routes.get(view, PageRoutes::page);
        }
        config.spaRoot.addHandler("/", PageRoutes::other);
    }

    // Answers callers that accept HTML where no route matches.
    private static void other(Context context) {
        if (ApiPath.of(context.path()).isPresent() || context.path().contains(".")) {
            throw ProblemException.missing(NOTHING);
        }
        page(context); // the page tells its reader that there is nothing here
        context.status(404);
    }

    /** Answers with the page, which shows the view of the address. */
    static void page(Context context) {
        context.header("Cache-Control", "no-cache");
        file(context, "", "index.html");
    }

    /** Reads a text file of the page; empty if it does not exist. */
    static String text(String name) {
        byte[] bytes = bytes(name);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static void file(Context context, String folder, String name) {
        byte[] bytes = NAME.matcher(name).matches() ? bytes(folder + name) : null;
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (bytes == null || type == null) {
            context.removeHeader("Cache-Control");
            throw ProblemException.missing(NOTHING);
        }
        context.contentType(type).result(bytes);
    }

    private static byte @Nullable [] bytes(String name) {
        try (@Nullable InputStream in = PageRoutes.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
