package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
            "get /explore/map",
            "get /explore/mix",
            "get /favicon.ico",
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
    void everyErrorOfTheServerIsExplainedAndNoOther() throws IOException {
        Set<String> explained = new TreeSet<>();
        document.path("x-errors")
                .forEach(error -> explained.add(
                        error.path("status").asInt() + " " + error.path("title").asText()));
        assertEquals(errorsInTheSources(), explained);
    }

    /** As {@code Problem.of(404, "Not found", ...)}, {@code ProblemException(...)} and {@code rewritten(...)} name them. */
    private static Set<String> errorsInTheSources() throws IOException {
        Pattern named = Pattern.compile("\\(\\s*(?:context,\\s*)?(4\\d\\d|5\\d\\d),\\s*\"([A-Z][a-z ]+)\"");
        Pattern wrongCode = Pattern.compile("\"/docs#[a-z-]+\",\\s*\"([A-Z][a-z ]+)\",\\s*(\\d+)");
        Set<String> errors = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(file);
                named.matcher(source).results().forEach(error -> errors.add(error.group(1) + " " + error.group(2)));
                wrongCode.matcher(source).results().forEach(error -> errors.add(error.group(2) + " " + error.group(1)));
            }
        }
        return errors;
    }

    @Test
    void everyExampleOfABodyIsTaken() {
        Caller caller = Caller.of(studio).awaitReady();
        Map<String, Integer> answers = new TreeMap<>();
        document.path("paths").properties().forEach(path -> {
            JsonNode example = path.getValue().at("/post/requestBody/content/application~1json/example");
            boolean abridged = example.has("init_images");
            if (!example.isMissingNode() && !abridged) {
                answers.put(path.getKey(), caller.post(path.getKey(), example).status());
            }
        });
        assertEquals(
                Map.ofEntries(
                        Map.entry("/api/v1/session", 204),
                        Map.entry("/api/v1/generations", 202),
                        Map.entry("/api/v1/codes/check", 200),
                        Map.entry("/api/v1/codes/mix", 200),
                        Map.entry("/api/v1/codes/vary", 200),
                        Map.entry("/api/v1/codes/random", 200),
                        Map.entry("/api/v1/codes/plane", 200),
                        Map.entry("/api/v1/codes/nearest", 200),
                        Map.entry("/api/v1/styles", 201),
                        Map.entry("/v1/images/generations", 200),
                        Map.entry("/sdapi/v1/txt2img", 200),
                        Map.entry("/sdapi/v1/options", 200)),
                answers);
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
