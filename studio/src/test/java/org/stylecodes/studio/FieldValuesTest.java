package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stylecodes.StyleCodes;
import org.stylecodes.image.Pictures;

/** The answers to unexpected values in every field of every JSON body. */
class FieldValuesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CODE = "RIgP_58waM-Dx3A5idNo";
    private static final List<String> VALUES = List.of("null", "wrong", "empty", "huge", "nul", "negative");

    @TempDir
    private static Path folder;

    private static Studio studio;
    private static Caller caller;
    private static String style;

    @BeforeAll
    static void start() {
        studio = Studio.start(StudioOptions.local(0, folder, StyleCodes::nano));
        caller = Caller.of(studio).awaitReady();
        style = caller.post("/api/v1/styles", Map.of("code", CODE, "name", "a")).header("Location");
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    // Route, body, field, type, and the statuses for null, a value of a wrong type, an empty value, a huge value, a
    // value with U+0000 (or a null in a list), and -1.
    private static final List<String> FIELDS = List.of(
            "POST /api/v1/session|{}|token|text|204 400 204 413 204 -",
            "POST /api/v1/codes/check|{}|text|text|400 400 200 200 200 -",
            "POST /api/v1/codes/mix|{'codes':[{'code':'CODE'}]}|codes|list|400 400 422 400 400 -",
            "POST /api/v1/codes/mix|{'codes':[{'code':'CODE'}]}|codes[0]|object|400 400 400 400 400 -",
            "POST /api/v1/codes/mix|{'codes':[{'code':'CODE'}]}|codes[0].code|text|400 400 422 422 422 -",
            "POST /api/v1/codes/mix|{'codes':[{'code':'CODE'}]}|codes[0].weight|number|200 400 200 422 400 422",
            "POST /api/v1/codes/vary|{'code':'CODE'}|code|text|400 400 422 422 422 -",
            "POST /api/v1/codes/vary|{'code':'CODE'}|amount|number|200 400 200 422 400 422",
            "POST /api/v1/codes/vary|{'code':'CODE'}|count|whole|200 400 200 400 400 422",
            "POST /api/v1/codes/vary|{'code':'CODE'}|seed|whole|200 400 200 400 400 200",
            "POST /api/v1/codes/random|{}|seed|whole|200 400 200 400 400 200",
            "POST /api/v1/codes/random|{}|near|text|200 400 422 422 422 -",
            "POST /api/v1/codes/plane|{'corners':['CODE','CODE'],'columns':2,'rows':2}|corners|list|400 400 422 422 400 -",
            "POST /api/v1/codes/plane|{'corners':['CODE','CODE'],'columns':2,'rows':2}|corners[1]|text|400 400 422 422 422 -",
            "POST /api/v1/codes/plane|{'corners':['CODE','CODE'],'columns':2,'rows':2}|columns|whole|400 400 400 400 400 422",
            "POST /api/v1/codes/plane|{'corners':['CODE','CODE'],'columns':2,'rows':2}|rows|whole|400 400 400 400 400 422",
            "POST /api/v1/codes/nearest|{}|code|text|422 400 422 422 422 -",
            "POST /api/v1/codes/nearest|{}|picture>code|text|422 400 422 422 422 -",
            "POST /api/v1/codes/nearest|{}|colour>code|text|422 400 422 422 422 -",
            "POST /api/v1/codes/nearest|{'code':'CODE'}|limit|whole|200 400 200 400 400 422",
            "POST /api/v1/styles|{'code':'CODE','name':'a'}|code|text|400 400 422 422 422 -",
            "POST /api/v1/styles|{'code':'CODE','name':'a'}|name|text|422 400 422 422 422 -",
            "POST /api/v1/styles|{'code':'CODE','name':'a'}|tags|list|201 400 201 201 400 -",
            "POST /api/v1/styles|{'code':'CODE','name':'a'}|note|text|201 400 201 422 422 -",
            "POST /api/v1/styles|{'code':'CODE','name':'a'}|reference|text|201 400 201 422 422 -",
            "POST /api/v1/styles|{'code':'CODE','name':'a'}|favourite|bool|201 400 201 201 400 -",
            "PATCH STYLE|{}|code|text|200 400 422 422 422 -",
            "PATCH STYLE|{}|name|text|200 400 422 422 422 -",
            "PATCH STYLE|{}|tags|list|200 400 200 200 400 -",
            "PATCH STYLE|{}|note|text|200 400 200 422 422 -",
            "PATCH STYLE|{}|reference|text|200 400 200 422 422 -",
            "PATCH STYLE|{}|favourite|bool|200 400 200 200 400 -",
            "POST /api/v1/generations|SMALL|prompt|text|202 400 202 422 422 -",
            "POST /api/v1/generations|SMALL|negative|text|202 400 202 422 422 -",
            "POST /api/v1/generations|SMALL|styles|list|202 400 202 422 400 -",
            "POST /api/v1/generations|SMALL|styles[0]|object|400 400 422 422 400 -",
            "POST /api/v1/generations|SMALL|styles[0].code>styles[0]|text|422 400 422 422 422 -",
            "POST /api/v1/generations|SMALL|styles[0].picture>styles[0]|text|202 400 422 422 422 -",
            "POST /api/v1/generations|SMALL|styles[0].style>styles[0]|text|202 400 422 422 422 -",
            "POST /api/v1/generations|SMALL|styles[0].weight|number|202 400 202 422 400 422",
            "POST /api/v1/generations|SMALL|strength|number|202 400 202 422 400 422",
            "POST /api/v1/generations|SMALL|guidance|number|202 400 202 422 400 422",
            "POST /api/v1/generations|SMALL|styleGuidance|number|202 400 202 422 400 422",
            "POST /api/v1/generations|SMALL|guidanceMode|text|202 400 422 422 422 -",
            "POST /api/v1/generations|SMALL|steps|whole|202 400 202 400 400 422",
            "POST /api/v1/generations|SMALL|sampler|text|202 400 422 422 422 -",
            "POST /api/v1/generations|SMALL|seed|whole|202 400 202 400 400 202",
            "POST /api/v1/generations|SMALL|count|whole|202 400 202 400 400 422",
            "POST /api/v1/generations|SMALL|width|whole|202 400 202 400 400 422",
            "POST /api/v1/generations|SMALL|height|whole|202 400 202 400 400 422",
            "POST /api/v1/generations|SMALL|init|text|202 400 422 422 422 -",
            "POST /api/v1/generations|SMALL|precision|text|202 400 422 422 422 -",
            "POST /api/v1/generations|SMALL|initStrength|number|202 400 202 422 400 422",
            "POST /v1/images/generations|{'prompt':'','size':'8x8'}|prompt|text|400 400 200 422 422 -",
            "POST /v1/images/generations|{'prompt':'','size':'8x8'}|n|whole|200 400 200 400 400 422",
            "POST /v1/images/generations|{'prompt':'','size':'8x8'}|size|text|200 400 422 422 422 -",
            "POST /v1/images/generations|{'prompt':'','size':'8x8'}|response_format|text|200 400 200 200 200 -",
            "POST /v1/images/generations|{'prompt':'','size':'8x8'}|styles|list|200 400 200 422 400 -",
            "POST /v1/images/generations|{'prompt':'','size':'8x8'}|seed|whole|200 400 200 400 400 200",
            "POST /sdapi/v1/txt2img|DREAM|prompt|text|200 400 200 422 422 -",
            "POST /sdapi/v1/txt2img|DREAM|negative_prompt|text|200 400 200 422 422 -",
            "POST /sdapi/v1/txt2img|DREAM|seed|whole|200 400 200 400 400 200",
            "POST /sdapi/v1/txt2img|DREAM|steps|whole|200 400 200 400 400 422",
            "POST /sdapi/v1/txt2img|DREAM|cfg_scale|number|200 400 200 422 400 422",
            "POST /sdapi/v1/txt2img|DREAM|width|whole|200 400 200 400 400 422",
            "POST /sdapi/v1/txt2img|DREAM|height|whole|200 400 200 400 400 422",
            "POST /sdapi/v1/txt2img|DREAM|sampler_name|text|200 400 200 422 422 -",
            "POST /sdapi/v1/txt2img|DREAM|sampler_index|text|200 400 200 422 422 -",
            "POST /sdapi/v1/txt2img|DREAM|scheduler|text|200 400 200 422 422 -",
            "POST /sdapi/v1/txt2img|DREAM|batch_size|whole|200 400 200 400 400 422",
            "POST /sdapi/v1/txt2img|DREAM|n_iter|whole|200 400 200 400 400 422",
            "POST /sdapi/v1/txt2img|DREAM|style_codes|list|200 400 200 422 400 -",
            "POST /sdapi/v1/txt2img|DREAM|style_strength|number|200 400 200 422 400 422",
            "POST /sdapi/v1/img2img|{'steps':2,'width':8,'height':8}|init_images|list|422 400 422 422 400 -",
            "POST /sdapi/v1/img2img|IMAGE|denoising_strength|number|200 400 200 422 400 422",
            "POST /sdapi/v1/options|{}|sd_model_checkpoint|text|200 400 422 422 422 -");

    static Stream<Arguments> fields() {
        return FIELDS.stream().map(line -> Arguments.of((Object[]) line.split("\\|")));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("fields")
    void anInvalidValueIsRefusedWithTheNameOfItsField(
            String route, String body, String names, String type, String statuses) throws JsonProcessingException {
        String[] call = route.replace("STYLE", style).split(" ");
        List<String> fields = List.of(names.split(">")); // the field, and fields that the error may name instead
        String[] expected = statuses.split(" ");
        for (int i = 0; i < VALUES.size(); i++) {
            if (expected[i].equals("-")) {
                continue;
            }
            String text = body(body, fields.get(0), value(type, VALUES.get(i)));
            Caller.Answer answer = caller.send(
                    call[0], call[1], BodyPublishers.ofString(text), Map.of("Content-Type", "application/json"));
            assertEquals(Integer.parseInt(expected[i]), answer.status(), VALUES.get(i) + ": " + answer.text());
            if (answer.status() == 400 || answer.status() == 422) {
                JsonNode problem = answer.json();
                String named = problem.path("error")
                        .path("param")
                        .asText(problem.path("field").asText());
                assertTrue(fields.stream().anyMatch(named::startsWith), VALUES.get(i) + ": " + answer.text());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/styles, q, 200, 400",
        "/api/v1/styles, tag, 200, 400",
        "/api/v1/styles, favourite, 200, 400",
        "/api/v1/styles, sort, 400, 400",
        "/api/v1/styles, limit, 400, 400",
        "/api/v1/styles, cursor, 400, 400",
        "/api/v1/generations, limit, 400, 400",
        "/api/v1/generations, before, 404, 404",
        "/api/v1/collections/export, ids, 200, 404",
    })
    void anInvalidQueryParameterIsRefusedWithItsName(String path, String name, int empty, int wrong) {
        Map<String, Integer> statuses = Map.of("", empty, "%00", wrong, "a%00".repeat(100), wrong);
        statuses.forEach((value, status) -> {
            Caller.Answer answer = caller.get(path + "?" + name + "=" + value);
            assertEquals(status, answer.status(), answer.text());
            if (status >= 400) {
                assertEquals(name, answer.json().path("field").asText(), answer.text());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/encodings, pictures, weights, 200, 400",
        "/v1/images/edits, image, prompt, 200, 422",
        "/v1/images/edits, image, n, 422, 422",
        "/v1/images/edits, image, size, 422, 422",
        "/v1/images/edits, image, strength, 422, 422",
        "/v1/images/edits, image, seed, 422, 422",
        "/v1/images/edits, image, styles, 200, 422",
    })
    void anInvalidFormFieldIsRefusedWithItsName(String path, String file, String name, int empty, int wrong) {
        List<Caller.Part> files = List.of(new Caller.Part(file, "a.png", Pictures.png(DemoPictures.of(1, 8))));
        Map<String, Integer> statuses = Map.of("", empty, "\0", wrong, "a\0".repeat(10_000), wrong);
        statuses.forEach((value, status) -> {
            Map<String, String> texts = new HashMap<>(Map.of("prompt", "", "size", "8x8", "strength", "1"));
            texts.put(name, value);
            Caller.Answer answer = caller.form(path, files, texts);
            assertEquals(status, answer.status(), answer.text());
            if (status >= 400) {
                JsonNode problem = answer.json();
                String named = problem.path("error")
                        .path("param")
                        .asText(problem.path("field").asText());
                assertTrue(named.startsWith(name), answer.text());
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "null|422|",
                "[]|422|",
                "{\"format\":\"stylecodes-collection\",\"version\":1,\"styles\":null}|422|",
                "{\"format\":\"stylecodes-collection\",\"version\":null,\"styles\":[]}|400|version",
                "{\"format\":\"stylecodes-collection\",\"version\":1,\"styles\":[null]}|400|styles[0]",
                "{\"format\":\"stylecodes-collection\",\"version\":1,\"styles\":[5]}|400|styles[0]",
                "{\"format\":\"stylecodes-collection\",\"version\":1,\"styles\":[{\"tags\":[null]}]}|400|styles[0].tags[0]",
            })
    void anInvalidCollectionIsRefused(String text, int status, @Nullable String field) {
        Caller.Part file = new Caller.Part("file", "styles.json", text.getBytes(StandardCharsets.UTF_8));
        Caller.Answer answer = caller.form("/api/v1/collections/import", List.of(file), Map.of());
        assertEquals(status, answer.status(), answer.text());
        assertEquals(
                Objects.requireNonNullElse(field, ""),
                answer.json().path("field").asText(),
                answer.text());
    }

    private static String body(String template, String field, JsonNode value) throws JsonProcessingException {
        String json = template.replace("SMALL", "{'styles':[{'code':'CODE'}],'steps':1,'width':8,'height':8}")
                .replace("DREAM", "{'steps':1,'width':8,'height':8}")
                .replace("IMAGE", "{'steps':2,'width':8,'height':8,'init_images':['PNG']}")
                .replace("PNG", Base64.getEncoder().encodeToString(Pictures.png(DemoPictures.of(1, 8))))
                .replace('\'', '"')
                .replace("CODE", CODE);
        JsonNode root = MAPPER.readTree(json);
        JsonNode at = root;
        String[] names = field.replace("[", ".[").split("\\.");
        for (int i = 0; i < names.length; i++) {
            boolean last = i == names.length - 1;
            if (names[i].startsWith("[")) {
                int index = names[i].charAt(1) - '0';
                if (last) {
                    ((ArrayNode) at).set(index, value);
                }
                at = at.path(index);
            } else {
                if (last) {
                    ((ObjectNode) at).set(names[i], value);
                }
                at = at.path(names[i]);
            }
        }
        return MAPPER.writeValueAsString(root);
    }

    private static JsonNode value(String type, String kind) throws JsonProcessingException {
        return MAPPER.readTree(
                switch (kind) {
                    case "null" -> "null";
                    case "wrong" -> type.equals("object") ? "5" : "{}";
                    case "empty" -> type.equals("list") ? "[]" : type.equals("object") ? "{}" : "\"\"";
                    case "negative" -> "-1";
                    case "huge" ->
                        switch (type) {
                            case "text" -> "\"" + "a".repeat(100_000) + "\"";
                            case "number" -> "1e300";
                            case "list" -> "[" + ("\"" + CODE + "\",").repeat(2000) + "\"" + CODE + "\"]";
                            case "bool" -> "99999999999999999999";
                            case "object" -> "\"" + "a".repeat(100_000) + "\"";
                            default -> "99999999999999999999";
                        };
                    default -> type.equals("list") ? "[null]" : type.equals("object") ? "null" : "\"a\\u0000\"";
                });
    }
}
