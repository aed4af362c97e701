package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stylecodes.StyleCodes;

/** What every field of every JSON body does with values that it does not expect. */
class FieldValuesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CODE = "RIgP_58waM-Dx3A5idNo";
    private static final List<String> VALUES = List.of("null", "wrong", "empty", "huge", "nul");

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

    /** The status for null, a value of a wrong type, an empty one, a huge one, and one with U+0000 or a null in it. */
    private static final List<String> FIELDS = List.of(
            "POST /api/v1/session|{}|token|text|? ? ? ? ?",
            "POST /api/v1/codes/check|{}|text|text|? ? ? ? ?",
            "POST /api/v1/codes/mix|{'codes':[{'code':'CODE'}]}|codes|list|? ? ? ? ?",
            "POST /api/v1/codes/mix|{'codes':[{'code':'CODE'}]}|codes[0]|object|? ? ? ? ?",
            "POST /api/v1/codes/mix|{'codes':[{'code':'CODE'}]}|codes[0].code|text|? ? ? ? ?",
            "POST /api/v1/codes/mix|{'codes':[{'code':'CODE'}]}|codes[0].weight|number|? ? ? ? ?",
            "POST /api/v1/codes/vary|{'code':'CODE'}|code|text|? ? ? ? ?",
            "POST /api/v1/codes/vary|{'code':'CODE'}|amount|number|? ? ? ? ?",
            "POST /api/v1/codes/vary|{'code':'CODE'}|count|whole|? ? ? ? ?",
            "POST /api/v1/codes/vary|{'code':'CODE'}|seed|whole|? ? ? ? ?",
            "POST /api/v1/codes/random|{}|seed|whole|? ? ? ? ?",
            "POST /api/v1/codes/random|{}|near|text|? ? ? ? ?",
            "POST /api/v1/codes/plane|{'corners':['CODE','CODE'],'columns':2,'rows':2}|corners|list|? ? ? ? ?",
            "POST /api/v1/codes/plane|{'corners':['CODE','CODE'],'columns':2,'rows':2}|corners[1]|text|? ? ? ? ?",
            "POST /api/v1/codes/plane|{'corners':['CODE','CODE'],'columns':2,'rows':2}|columns|whole|? ? ? ? ?",
            "POST /api/v1/codes/plane|{'corners':['CODE','CODE'],'columns':2,'rows':2}|rows|whole|? ? ? ? ?",
            "POST /api/v1/codes/nearest|{}|code|text|? ? ? ? ?",
            "POST /api/v1/codes/nearest|{}|picture|text|? ? ? ? ?",
            "POST /api/v1/codes/nearest|{}|colour|text|? ? ? ? ?",
            "POST /api/v1/codes/nearest|{'code':'CODE'}|limit|whole|? ? ? ? ?",
            "POST /api/v1/styles|{'code':'CODE','name':'a'}|code|text|? ? ? ? ?",
            "POST /api/v1/styles|{'code':'CODE','name':'a'}|name|text|? ? ? ? ?",
            "POST /api/v1/styles|{'code':'CODE','name':'a'}|tags|list|? ? ? ? ?",
            "POST /api/v1/styles|{'code':'CODE','name':'a'}|note|text|? ? ? ? ?",
            "POST /api/v1/styles|{'code':'CODE','name':'a'}|reference|text|? ? ? ? ?",
            "POST /api/v1/styles|{'code':'CODE','name':'a'}|favourite|bool|? ? ? ? ?",
            "PATCH STYLE|{}|code|text|? ? ? ? ?",
            "PATCH STYLE|{}|name|text|? ? ? ? ?",
            "PATCH STYLE|{}|tags|list|? ? ? ? ?",
            "PATCH STYLE|{}|note|text|? ? ? ? ?",
            "PATCH STYLE|{}|reference|text|? ? ? ? ?",
            "PATCH STYLE|{}|favourite|bool|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|prompt|text|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|negative|text|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|styles|list|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|styles[0]|object|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|styles[0].code|text|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|styles[0].picture|text|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|styles[0].style|text|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|styles[0].weight|number|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|strength|number|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|guidance|number|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|styleGuidance|number|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|guidanceMode|text|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|steps|whole|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|sampler|text|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|seed|whole|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|count|whole|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|width|whole|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|height|whole|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|init|text|? ? ? ? ?",
            "POST /api/v1/generations|SMALL|initStrength|number|? ? ? ? ?",
            "POST /v1/images/generations|{'prompt':'','size':'8x8'}|prompt|text|? ? ? ? ?",
            "POST /v1/images/generations|{'prompt':'','size':'8x8'}|n|whole|? ? ? ? ?",
            "POST /v1/images/generations|{'prompt':'','size':'8x8'}|size|text|? ? ? ? ?",
            "POST /v1/images/generations|{'prompt':'','size':'8x8'}|response_format|text|? ? ? ? ?",
            "POST /v1/images/generations|{'prompt':'','size':'8x8'}|styles|list|? ? ? ? ?",
            "POST /v1/images/generations|{'prompt':'','size':'8x8'}|seed|whole|? ? ? ? ?",
            "POST /sdapi/v1/txt2img|DREAM|prompt|text|? ? ? ? ?",
            "POST /sdapi/v1/txt2img|DREAM|negative_prompt|text|? ? ? ? ?",
            "POST /sdapi/v1/txt2img|DREAM|seed|whole|? ? ? ? ?",
            "POST /sdapi/v1/txt2img|DREAM|steps|whole|? ? ? ? ?",
            "POST /sdapi/v1/txt2img|DREAM|cfg_scale|number|? ? ? ? ?",
            "POST /sdapi/v1/txt2img|DREAM|width|whole|? ? ? ? ?",
            "POST /sdapi/v1/txt2img|DREAM|height|whole|? ? ? ? ?",
            "POST /sdapi/v1/txt2img|DREAM|sampler_name|text|? ? ? ? ?",
            "POST /sdapi/v1/txt2img|DREAM|sampler_index|text|? ? ? ? ?",
            "POST /sdapi/v1/txt2img|DREAM|scheduler|text|? ? ? ? ?",
            "POST /sdapi/v1/txt2img|DREAM|batch_size|whole|? ? ? ? ?",
            "POST /sdapi/v1/txt2img|DREAM|n_iter|whole|? ? ? ? ?",
            "POST /sdapi/v1/txt2img|DREAM|style_codes|list|? ? ? ? ?",
            "POST /sdapi/v1/txt2img|DREAM|style_strength|number|? ? ? ? ?",
            "POST /sdapi/v1/img2img|DREAM|init_images|list|? ? ? ? ?",
            "POST /sdapi/v1/img2img|IMAGE|denoising_strength|number|? ? ? ? ?",
            "POST /sdapi/v1/options|{}|sd_model_checkpoint|text|? ? ? ? ?");

    static Stream<Arguments> fields() {
        return FIELDS.stream().map(line -> Arguments.of((Object[]) line.split("\\|")));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("fields")
    void aValueThatCannotBeIsRefusedByTheNameOfItsField(
            String route, String body, String field, String type, String statuses) throws JsonProcessingException {
        String[] expected = statuses.split(" ");
        StringBuilder actual = new StringBuilder();
        for (int i = 0; i < VALUES.size(); i++) {
            String[] call = route.replace("STYLE", style).split(" ");
            String text = body(body, field, value(type, VALUES.get(i)));
            Caller.Answer answer = caller.send(
                    call[0], call[1], BodyPublishers.ofString(text), Map.of("Content-Type", "application/json"));
            actual.append(answer.status()).append(' ');
            if (!expected[i].equals("?"))
                assertEquals(Integer.parseInt(expected[i]), answer.status(), VALUES.get(i) + ": " + answer.text());
            if (answer.status() >= 400) {
                JsonNode problem = answer.json();
                String named = problem.path("error")
                        .path("param")
                        .asText(problem.path("field").asText());
                if (!named.startsWith(field))
                    System.out.println("NOFIELD " + route + " " + field + " " + VALUES.get(i) + " " + answer.text());
            }
        }
        System.out.println(
                "ROW " + route + "|" + field + "|" + actual.toString().strip());
    }

    private static String body(String template, String field, JsonNode value) throws JsonProcessingException {
        String json = template.replace("SMALL", "{'styles':[{'code':'CODE'}],'steps':1,'width':8,'height':8}")
                .replace("DREAM", "{'steps':1,'width':8,'height':8}")
                .replace("IMAGE", "{'steps':1,'width':8,'height':8,'init_images':['PNG']}")
                .replace(
                        "PNG",
                        java.util.Base64.getEncoder()
                                .encodeToString(org.stylecodes.image.Pictures.png(DemoPictures.of(1, 8))))
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
