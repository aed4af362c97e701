package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stylecodes.image.Pictures;

/** The routes for requesting, watching and cancelling generations. */
class GenerationApiTest extends ApiTest {
    @Test
    void aGenerationIsDrawnAndItsPictureCarriesTheRequest() {
        JsonNode job = drawn(Map.of(
                "prompt", "a house", "styles", List.of(Map.of("code", SHARED)), "seed", 5, "steps", 2, "count", 2));
        assertEquals("done", job.path("state").asText());
        assertEquals(2, job.path("results").size());
        assertEquals(6, job.path("results").path(1).path("seed").asLong());
        byte[] png = caller.get(
                        job.path("results").path(1).path("picture").path("url").asText())
                .response()
                .body();
        JsonNode request = sent(png).json().path("request");
        assertEquals("a house", request.path("prompt").asText());
        assertEquals(6, request.path("seed").asLong());
        assertEquals(SHARED, request.path("styles").path(0).path("code").asText());
    }

    @Test
    void theSameRequestGivesTheSamePicture() {
        Map<String, Object> request =
                Map.of("prompt", "a boat", "styles", List.of(Map.of("code", CODE)), "seed", 9, "steps", 2);
        assertEquals(
                drawn(request).path("results").path(0).path("picture").path("id"),
                drawn(request).path("results").path(0).path("picture").path("id"));
    }

    @Test
    void aStyleCanBeNamedByPictureOrGalleryToo() {
        String picture = sent(Pictures.png(scene(4))).json().path("id").asText();
        String style = kept("by name", CODE).path("id").asText();
        JsonNode job = caller.post(
                        "/api/v1/generations",
                        Map.of(
                                "prompt",
                                "",
                                "steps",
                                1,
                                "styles",
                                List.of(Map.of("picture", picture), Map.of("style", style, "weight", 3))))
                .json();
        assertEquals(
                SHARED, job.path("request").path("styles").path(1).path("code").asText());
        assertEquals(
                3.0, job.path("request").path("styles").path(1).path("weight").asDouble());
        assertTrue(
                job.path("request").path("styles").path(0).path("code").asText().startsWith("nano1:"));
        ended(job);
    }

    @Test
    void aStyleCanBeACodeAlone() {
        JsonNode job = drawn(Map.of("prompt", "", "steps", 1, "styles", List.of(CODE)));
        assertEquals(SHARED, job.at("/request/styles/0/code").asText());
        assertEquals(1, job.at("/request/styles/0/weight").asDouble());
    }

    @Test
    void defaultsAreFilledInBeforeDrawing() {
        JsonNode job = caller.post("/api/v1/generations", Map.of("prompt", "a cat", "steps", 1))
                .json();
        JsonNode request = job.path("request");
        assertEquals(1, request.path("count").asInt());
        assertEquals("UniPC", request.path("sampler").asText());
        assertEquals(2.0, request.path("guidance").asDouble());
        assertTrue(request.path("seed").isIntegralNumber());
        ended(job);
    }

    @Test
    void eventsReportTheStateTheStepsAndTheEnd() {
        JsonNode job = caller.post("/api/v1/generations", Map.of("prompt", "", "steps", 60))
                .json();
        String stream = caller.get(job.path("events").asText()).text();
        List<String> names = stream.lines()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7))
                .toList();
        assertEquals("state", names.get(0));
        assertEquals("done", names.get(names.size() - 1));
        assertTrue(names.contains("step"), stream);
        assertEquals(1, names.stream().filter("done"::equals).count());
    }

    @Test
    void theEventsOfAnEndedGenerationAreOnlyDone() {
        JsonNode job = drawn(Map.of("prompt", "", "steps", 1));
        String stream = caller.get(job.path("events").asText()).text();
        assertTrue(stream.contains("event: done\ndata: {\"id\":" + job.path("id")), stream);
    }

    @Test
    void aRunningGenerationCanBeCancelled() {
        JsonNode job = caller.post("/api/v1/generations", Map.of("prompt", "", "steps", 200))
                .json();
        String url = job.path("url").asText();
        Caller.await(() -> caller.get(url).json().path("state").asText().equals("running"));
        assertEquals(200, caller.delete(url).status());
        assertEquals("cancelled", ended(job).path("state").asText());
    }

    @Test
    void anEndedGenerationCannotBeCancelled() {
        JsonNode job = drawn(Map.of("prompt", "", "steps", 1));
        assertEquals(409, caller.delete(job.path("url").asText()).status());
    }

    @Test
    void aRequestBeyondTheQueueLimitIsToldWhenToRetry() {
        List<JsonNode> jobs = new ArrayList<>();
        Caller.Answer answer = caller.post("/api/v1/generations", Map.of("prompt", "", "steps", 200));
        while (answer.status() == 202 && jobs.size() < 20) {
            jobs.add(answer.json());
            answer = caller.post("/api/v1/generations", Map.of("prompt", "", "steps", 200));
        }
        assertEquals(429, answer.status());
        assertTrue(Integer.parseInt(answer.header("Retry-After")) >= 1);
        jobs.forEach(job -> caller.delete(job.path("url").asText()));
        jobs.forEach(this::ended);
    }

    @Test
    void impossibleRequestsAreRefusedBeforeTheyAreQueued() {
        assertProblem(
                422,
                "the size is 100x128, but nano1 draws multiples of 8; the nearest is 104x128",
                Map.of("prompt", "", "width", 100));
        assertProblem(422, "the number of steps is 0; expected 1 to 200", Map.of("prompt", "", "steps", 0));
        assertProblem(422, "the number of pictures is 17; expected 1 to 16", Map.of("prompt", "", "count", 17));
        assertProblem(
                400,
                "at promt: 'promt' is not a known field; expected count, guidance, guidanceInterval, guidanceMode, height, init, initStrength, negative, precision, preset, prompt, sampler, seed, steps, strength, styleGuidance, styleInterval, styles, width",
                Map.of("promt", "a house"));
    }

    @Test
    void aSeedOf64BitsIsANumberOrItsDigits() {
        for (Object seed : List.of(9223372036854775783L, "9223372036854775783")) {
            JsonNode job = drawn(Map.of("prompt", "", "steps", 1, "width", 64, "height", 64, "seed", seed));
            assertEquals(9223372036854775783L, job.path("request").path("seed").longValue());
            assertEquals(
                    9223372036854775783L,
                    job.path("results").path(0).path("seed").longValue());
        }
    }

    @Test
    void theIntervalsOfGuidanceAndStyleAreKept() {
        JsonNode request = drawn(Map.of(
                        "prompt",
                        "",
                        "steps",
                        1,
                        "guidanceInterval",
                        Map.of("end", 0.5),
                        "styleInterval",
                        Map.of("start", 0.25, "end", 0.75)))
                .path("request");
        assertEquals(0, request.path("guidanceInterval").path("start").asDouble());
        assertEquals(0.5, request.path("guidanceInterval").path("end").asDouble());
        assertEquals(0.25, request.path("styleInterval").path("start").asDouble());
        assertEquals(0.75, request.path("styleInterval").path("end").asDouble());
        assertProblem(
                422,
                "an interval of steps goes from 0.5 to 0.25; expected two fractions from 0 to 1, the smaller one first",
                Map.of("prompt", "", "styleInterval", Map.of("start", 0.5, "end", 0.25)));
    }

    @Test
    void aPresetGivesItsValuesAndIsNotRecorded() {
        JsonNode request =
                drawn(Map.of("prompt", "", "preset", "released", "steps", 1)).path("request");
        assertEquals("reference", request.path("guidanceMode").asText());
        assertEquals(3, request.path("guidance").asDouble());
        assertEquals("DDIM", request.path("sampler").asText());
        assertEquals(1, request.path("steps").asInt());
        assertTrue(request.path("preset").isMissingNode());
        assertProblem(422, "the preset is 'slow'; expected released or fast", Map.of("prompt", "", "preset", "slow"));
    }

    @Test
    void aWrongCodeIsExplainedWithItsPositionAndASuggestion() {
        Caller.Answer answer = caller.post(
                "/api/v1/generations",
                Map.of("prompt", "", "styles", List.of(Map.of("code", "nano1:BIgP_58waM-Dx3A5idNomo"))));
        assertEquals(422, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals(6, answer.json().path("symbol").asInt());
        assertEquals(SHARED, answer.json().path("suggestion").asText());
    }

    private void assertProblem(int status, String detail, Map<String, Object> request) {
        Caller.Answer answer = caller.post("/api/v1/generations", request);
        assertEquals(status, answer.status());
        assertEquals(detail, answer.json().path("detail").asText());
    }

    private JsonNode drawn(Map<String, Object> request) {
        Caller.Answer answer = caller.post("/api/v1/generations", request);
        assertEquals(202, answer.status(), answer.text());
        assertEquals(answer.json().path("url").asText(), answer.header("Location"));
        return ended(answer.json());
    }
}
