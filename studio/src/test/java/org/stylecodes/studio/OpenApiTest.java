package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

    private static final Map<String, String> KINDS = Map.of(
            "string", "a text",
            "integer", "a whole number",
            "number", "a number",
            "boolean", "true or false",
            "array", "a list",
            "object", "an object");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ApiDocument DOCUMENT = ApiDocument.read();

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
    void theDocumentHasExactlyTheRoutesOfTheServer() {
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
    void theDocumentExplainsExactlyTheErrorsOfTheServer() throws IOException {
        Set<String> explained = new TreeSet<>();
        document.path("x-errors")
                .forEach(error -> explained.add(
                        error.path("status").asInt() + " " + error.path("title").asText()));
        assertEquals(errorsInTheSources(), explained);
    }

    /** The errors that calls such as {@code Problem.of(404, "Not found", ...)} and {@code ProblemException(...)} name. */
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
    void everyExampleOfABodyIsAccepted() {
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

    /** Bodies of the studio's own API refuse unknown fields, and the error lists the known fields. */
    @ParameterizedTest
    @MethodSource("bodies")
    void bodiesHaveExactlyTheDescribedFields(String path, JsonNode schema) {
        Caller caller = Caller.of(studio);
        for (Body body : Body.of(schema, "", value -> value)) {
            ObjectNode unknown = body.requiredNumbers().put("unknown", 1);
            assertEquals(
                    "at " + body.place() + "unknown: 'unknown' is not a known field; expected "
                            + String.join(", ", body.properties().keySet()),
                    refusal(caller, path, body.whole().apply(unknown)));
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyFieldOfABodyHasTheDescribedType(String path, JsonNode schema) {
        Caller caller = Caller.of(studio);
        for (Body body : Body.of(schema, "", value -> value)) {
            body.properties().forEach((name, described) -> {
                String type = described.path("type").asText();
                JsonNode wrong = type.equals("object") ? MAPPER.createArrayNode() : MAPPER.createObjectNode();
                assertEquals(
                        "at " + body.place() + name + ": expected " + KINDS.get(type),
                        refusal(
                                caller,
                                path,
                                body.whole().apply(MAPPER.createObjectNode().set(name, wrong))));
            });
        }
    }

    private static String refusal(Caller caller, String path, JsonNode body) {
        Caller.Answer answer = caller.post(path, body);
        assertEquals(400, answer.status(), path + " " + body);
        return answer.json().path("detail").asText();
    }

    static Stream<Arguments> bodies() {
        return DOCUMENT.json().path("paths").properties().stream()
                .filter(path ->
                        path.getKey().startsWith("/api/v1/") && !path.getKey().equals("/api/v1/session"))
                .map(path -> Arguments.of(
                        path.getKey(), path.getValue().at("/post/requestBody/content/application~1json/schema")))
                .filter(body -> !((JsonNode) body.get()[1]).isMissingNode());
    }

    /**
     * An object in a body.
     *
     * @param place the path before the names of its fields in an error, such as {@code styles[0].}
     * @param whole wraps the object in a complete body
     * @param required the names of the required fields
     * @param properties the fields, sorted by name
     */
    private record Body(
            String place, UnaryOperator<JsonNode> whole, Set<String> required, TreeMap<String, JsonNode> properties) {
        /** An object with only the required numbers, because a missing number is reported before an unknown field. */
        ObjectNode requiredNumbers() {
            ObjectNode object = MAPPER.createObjectNode();
            properties.forEach((name, property) -> {
                if (required.contains(name) && property.path("type").asText().equals("integer")) {
                    object.put(name, 1);
                }
            });
            return object;
        }

        static List<Body> of(JsonNode described, String place, UnaryOperator<JsonNode> whole) {
            JsonNode schema = DOCUMENT.resolved(described);
            if (schema.path("type").asText().equals("array")) {
                String element = place.substring(0, place.length() - 1) + "[0].";
                return of(
                        schema.path("items"),
                        element,
                        value -> whole.apply(MAPPER.createArrayNode().add(value)));
            }
            Set<String> required = new TreeSet<>();
            TreeMap<String, JsonNode> properties = new TreeMap<>();
            for (JsonNode object : objects(schema).toList()) {
                object.path("required").forEach(name -> required.add(name.asText()));
                object.path("properties")
                        .properties()
                        .forEach(field -> properties.put(field.getKey(), DOCUMENT.resolved(field.getValue())));
            }
            if (properties.isEmpty()) {
                return List.of();
            }
            List<Body> bodies = new ArrayList<>(List.of(new Body(place, whole, required, properties)));
            properties.forEach((name, property) -> bodies.addAll(of(
                    property,
                    place + name + ".",
                    value -> whole.apply(MAPPER.createObjectNode().set(name, value)))));
            return bodies;
        }

        private static Stream<JsonNode> objects(JsonNode described) {
            JsonNode schema = DOCUMENT.resolved(described);
            return schema.has("anyOf")
                    ? StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                            .flatMap(Body::objects)
                    : Stream.of(schema);
        }
    }

    @Test
    void theDocumentationPageLoadsNothingForeign() {
        Caller caller = Caller.of(studio);
        String page = caller.get("/docs").text();
        assertTrue(page.contains("src=\"/docs/docs.js\"") && !page.contains("//"), page);
        assertEquals(
                "text/javascript;charset=utf-8", caller.get("/docs/docs.js").header("Content-Type"));
        assertEquals("text/css;charset=utf-8", caller.get("/docs/docs.css").header("Content-Type"));
    }
}
