package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;

class OpenApiTest {
    private static final Set<String> PAGE = Set.of(
            "get /",
            "get /draw",
            "get /explore",
            "get /explore/<place>",
            "get /licences.txt",
            "get /assets/{name}",
            "get /docs",
            "get /docs/{name}");

    @TempDir
    private static Path folder;

    private static Studio studio;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        studio = Studio.start(StudioOptions.local(0, folder, StyleCodes::nano));
        document = Caller.of(studio).get("/openapi.json").json();
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @Test
    void everyRouteIsInTheDocumentAndNoOther() {
        Set<String> described = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> described.add(method.getKey() + " " + path.getKey())));
        Set<String> routes = new TreeSet<>(studio.routes());
        routes.removeAll(PAGE);
        assertEquals(routes, described);
    }

    @Test
    void everyReferenceLeadsToASchema() {
        for (JsonNode reference : document.findValues("$ref")) {
            String pointer = reference.asText().substring(1);
            assertTrue(document.at(pointer).isObject(), pointer);
        }
    }

    @Test
    void thePageThatRendersItLoadsNothingForeign() {
        Caller caller = Caller.of(studio);
        String page = caller.get("/docs").text();
        assertTrue(page.contains("src=\"/docs/docs.js\"") && !page.contains("//"), page);
        assertEquals(
                "text/javascript;charset=utf-8", caller.get("/docs/docs.js").header("Content-Type"));
        assertEquals("text/css;charset=utf-8", caller.get("/docs/docs.css").header("Content-Type"));
    }
}
