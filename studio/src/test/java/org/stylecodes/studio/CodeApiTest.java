package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stylecodes.StyleCodes;

/** The routes for the model and for codes. */
class CodeApiTest extends ApiTest {
    @Test
    void theModelHasItsDefaultsAndLimits() {
        JsonNode model = caller.get("/api/v1/model").json();
        assertEquals("nano1", model.path("id").asText());
        assertEquals(8, model.path("sizeStep").asInt());
        assertEquals("joint", model.path("defaults").path("guidanceMode").asText());
        assertEquals(128, model.path("defaults").path("width").asInt());
        assertEquals(1 << 20, model.path("limits").path("uploadBytes").asInt());
        assertEquals(3, model.path("samplePrompts").size());
    }

    @Test
    void checkDescribesACode() {
        JsonNode answer = caller.post("/api/v1/codes/check", Map.of("text", " " + SHARED + " "))
                .json();
        assertEquals(true, answer.path("valid").asBoolean());
        assertEquals("shared", answer.path("form").asText());
        assertEquals(CODE, answer.path("code").path("code").asText());
        assertEquals(20, answer.path("code").path("levels").size());
        JsonNode wrong =
                caller.post("/api/v1/codes/check", Map.of("text", "RIgP")).json();
        assertFalse(wrong.path("valid").asBoolean());
        assertEquals(4, wrong.path("symbol").asInt());
    }

    @Test
    void mixingWithoutWeightsTakesEqualParts() {
        JsonNode mixed = caller.post(
                        "/api/v1/codes/mix",
                        Map.of(
                                "codes",
                                List.of(
                                        Map.of("code", "AAAAAAAAAAAAAAAAAAAA"),
                                        Map.of("code", "CCCCCCCCCCCCCCCCCCCC"))))
                .json();
        assertEquals("BBBBBBBBBBBBBBBBBBBB", mixed.path("code").asText());
    }

    @Test
    void aSeedRepeatsItsVariations() {
        Map<String, Object> request = Map.of("code", CODE, "seed", 7, "count", 3);
        JsonNode first = caller.post("/api/v1/codes/vary", request).json();
        assertEquals(3, first.path("items").size());
        assertEquals(first, caller.post("/api/v1/codes/vary", request).json());
    }

    @Test
    void aPlaneHasItsCornersInTheCorners() {
        List<String> corners =
                List.of("AAAAAAAAAAAAAAAAAAAA", "gggggggggggggggggggg", "QQQQQQQQQQQQQQQQQQQQ", "wwwwwwwwwwwwwwwwwwww");
        JsonNode rows = caller.post("/api/v1/codes/plane", Map.of("corners", corners, "columns", 3, "rows", 3))
                .json()
                .path("rows");
        assertEquals(corners.get(0), rows.path(0).path(0).path("code").asText());
        assertEquals(corners.get(1), rows.path(0).path(2).path("code").asText());
        assertEquals(corners.get(2), rows.path(2).path(0).path("code").asText());
        assertEquals(corners.get(3), rows.path(2).path(2).path("code").asText());
        assertEquals("YYYYYYYYYYYYYYYYYYYY", rows.path(1).path(1).path("code").asText());
    }

    @Test
    void aRandomCodeOfASeedIsTheModels() {
        try (StyleCodes model = StyleCodes.nano()) {
            assertEquals(
                    model.random(11).toString(),
                    caller.post("/api/v1/codes/random", Map.of("seed", 11))
                            .json()
                            .path("code")
                            .asText());
        }
    }
}
