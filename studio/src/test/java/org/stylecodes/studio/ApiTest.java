package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.train.scene.SceneObject;
import org.stylecodes.train.scene.SceneSample;
import org.stylecodes.train.scene.SceneStyle;

/** The API on the built-in model; each database has a class of its own. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ApiTest {
    private static final String CODE = "RIgP_58waM-Dx3A5idNo";
    private static final String SHARED = "nano1:RIgP_58waM-Dx3A5idNomo";

    @TempDir
    private static Path folder;

    private Studio studio;
    private Caller caller;

    abstract StudioOptions on(StudioOptions options) throws Exception;

    abstract void afterwards() throws Exception;

    @BeforeAll
    void start() throws Exception {
        Limits limits = Limits.DEFAULT.withQueued(4).withUpload(1 << 20, 1 << 20);
        studio = Studio.start(
                on(StudioOptions.local(0, folder.resolve(UUID.randomUUID().toString()), StyleCodes::nano)
                        .limits(limits)));
        caller = Caller.of(studio);
        while (caller.get("/readyz").status() != 200) {
            Thread.sleep(100);
        }
    }

    @AfterAll
    void stop() throws Exception {
        studio.close();
        afterwards();
    }

    @Test
    void theModelTellsItsDefaultsAndWhatMayBeAsked() {
        JsonNode model = caller.get("/api/v1/model").json();
        assertEquals("nano1", model.path("id").asText());
        assertEquals(8, model.path("sizeStep").asInt());
        assertEquals("joint", model.path("defaults").path("guidanceMode").asText());
        assertEquals(128, model.path("defaults").path("width").asInt());
        assertEquals(1 << 20, model.path("limits").path("uploadBytes").asInt());
        assertEquals(3, model.path("samplePrompts").size());
    }

    @Test
    void aPictureHasTheCodeThatTheLibraryGivesIt() {
        Picture picture = scene(1);
        JsonNode answer = encoded(List.of(Pictures.png(picture)), Map.of());
        String code = answer.path("items").path(0).path("code").path("code").asText();
        try (StyleCodes model = StyleCodes.nano()) {
            assertEquals(model.encode(picture).toString(), code);
        }
        assertEquals(code, answer.path("merged").path("code").asText());
    }

    @Test
    void severalPicturesMergeByTheirWeights() {
        List<byte[]> pictures = List.of(Pictures.png(scene(1)), Pictures.png(scene(2)));
        JsonNode answer = encoded(pictures, Map.of("weights", "0, 2"));
        assertEquals(answer.path("items").path(1).path("code"), answer.path("merged"));
        assertNotEquals(answer.path("items").path(0).path("code"), answer.path("merged"));
    }

    @Test
    void aFileThatIsNoPictureIsExplainedBesideThoseThatAre() {
        JsonNode answer = encoded(List.of("no picture".getBytes(), Pictures.png(scene(1))), Map.of());
        assertEquals(
                422, answer.path("items").path(0).path("error").path("status").asInt());
        assertTrue(answer.path("items").path(1).has("code"));
        assertEquals(answer.path("items").path(1).path("code"), answer.path("merged"));
    }

    @Test
    void aPictureOfTooManyPixelsIsRefused() {
        JsonNode answer = encoded(List.of(Pictures.png(Picture.of(2000, 1000, new byte[6_000_000]))), Map.of());
        assertTrue(answer.path("items")
                .path(0)
                .path("error")
                .path("detail")
                .asText()
                .contains("2000x1000"));
        assertTrue(answer.path("merged").isNull());
    }

    @Test
    void aFileOfTooManyBytesIsRefused() {
        assertEquals(
                413,
                caller.form(
                                "/api/v1/pictures",
                                List.of(new Caller.Part("picture", "a", new byte[(1 << 20) + 1])),
                                Map.of())
                        .status());
    }

    @Test
    void aPictureIsKeptUnderTheHashOfItsFile() throws Exception {
        Caller.Answer sent = sent(Pictures.png(scene(3)));
        assertEquals(201, sent.status());
        String url = sent.json().path("url").asText();
        Caller.Answer file = caller.get(url);
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(file.response().body());
        assertEquals("/api/v1/pictures/" + HexFormat.of().formatHex(digest) + ".png", url);
        assertEquals(scene(3), Pictures.read(file.response().body()));
        assertTrue(file.header("Cache-Control").contains("immutable"));
    }

    @Test
    void aThumbnailHas192PixelsOnItsLongerSide() {
        JsonNode sent =
                sent(Pictures.png(Picture.of(400, 200, new byte[240_000]))).json();
        Picture thumbnail = Pictures.read(
                caller.get(sent.path("thumbnail").asText()).response().body());
        assertEquals(192, thumbnail.width());
        assertEquals(96, thumbnail.height());
        assertEquals("#000000", sent.path("palette").path(0).asText());
    }

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
    void whatIsLeftOpenIsDecidedBeforeItIsDrawn() {
        JsonNode job = caller.post("/api/v1/generations", Map.of("prompt", "a cat", "steps", 1))
                .json();
        JsonNode request = job.path("request");
        assertEquals(1, request.path("count").asInt());
        assertEquals("DDIM", request.path("sampler").asText());
        assertEquals(2.0, request.path("guidance").asDouble());
        assertTrue(request.path("seed").isIntegralNumber());
        ended(job);
    }

    @Test
    void eventsTellStateStepsAndTheEnd() {
        JsonNode job = caller.post("/api/v1/generations", Map.of("prompt", "", "steps", 6))
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
    void theEventsOfAnEndedGenerationAreItsEnd() {
        JsonNode job = drawn(Map.of("prompt", "", "steps", 1));
        String stream = caller.get(job.path("events").asText()).text();
        assertTrue(stream.contains("event: done\ndata: {\"id\":" + job.path("id")), stream);
    }

    @Test
    void aGenerationThatRunsCanBeGivenUp() {
        JsonNode job = caller.post("/api/v1/generations", Map.of("prompt", "", "steps", 200))
                .json();
        assertEquals(200, caller.delete(job.path("url").asText()).status());
        assertEquals("cancelled", ended(job).path("state").asText());
    }

    @Test
    void aGenerationThatHasEndedStaysAsItIs() {
        JsonNode job = drawn(Map.of("prompt", "", "steps", 1));
        assertEquals(409, caller.delete(job.path("url").asText()).status());
    }

    @Test
    void overTheBoundOfTheQueueOneIsToldToComeBack() {
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
    void requestsThatCannotBeDrawnAreRefusedBeforeTheyWait() {
        assertProblem(
                422,
                "the width is 100, but nano1 draws multiples of 8; the nearest is 104",
                Map.of("prompt", "", "width", 100));
        assertProblem(422, "the number of steps is 0; expected 1 to 200", Map.of("prompt", "", "steps", 0));
        assertProblem(422, "the number of pictures is 17; expected 1 to 16", Map.of("prompt", "", "count", 17));
        assertProblem(400, "at promt: Unrecognized field \"promt\"", Map.of("promt", "a house"));
    }

    @Test
    void aWrongCodeIsExplainedWithThePlaceAndWhatWasMeant() {
        Caller.Answer answer = caller.post(
                "/api/v1/generations",
                Map.of("prompt", "", "styles", List.of(Map.of("code", "nano1:BIgP_58waM-Dx3A5idNomo"))));
        assertEquals(422, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals(6, answer.json().path("symbol").asInt());
        assertEquals(SHARED, answer.json().path("suggestion").asText());
    }

    @Test
    void checkSaysWhatACodeIs() {
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
    void variationsOfASeedAreTheSameAgain() {
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

    @Test
    void aStyleIsKeptFoundChangedAndRemoved() {
        Caller.Answer added = caller.post(
                "/api/v1/styles",
                Map.of("code", CODE, "name", "Zebra crossing", "tags", List.of("Stripes", "stripes ", "b&w")));
        assertEquals(201, added.status());
        String url = added.header("Location");
        assertEquals(List.of("b&w", "stripes"), texts(added.json().path("tags")));
        JsonNode found = caller.get("/api/v1/styles?q=ZEBRA&tag=stripes").json();
        assertEquals(1, found.path("total").asInt());
        assertEquals(added.json().path("id"), found.path("items").path(0).path("id"));
        JsonNode changed =
                caller.patch(url, Map.of("favourite", true, "note", "<b>")).json();
        assertEquals("Zebra crossing", changed.path("name").asText());
        assertEquals("<b>", changed.path("note").asText());
        assertEquals(204, caller.delete(url).status());
        assertEquals(404, caller.get(url).status());
    }

    @Test
    void aStyleWithoutANameIsRefused() {
        Caller.Answer answer = caller.post("/api/v1/styles", Map.of("code", CODE, "name", " "));
        assertEquals(422, answer.status());
        assertEquals(
                "the name of the style has 0 characters; expected 1 to 100",
                answer.json().path("detail").asText());
    }

    @Test
    void theNearestStyleToACodeIsItself() {
        kept("far", "AAAAAAAAAAAAAAAAAAAA");
        JsonNode style = kept("near", "KKKKKKKKKKKKKKKKKKKK");
        JsonNode found = caller.post("/api/v1/codes/nearest", Map.of("code", "KKKKKKKKKKKKKKKKKKKL", "limit", 1))
                .json();
        assertEquals(
                "near", found.path("items").path(0).path("style").path("name").asText());
        assertEquals(
                2.0 / 63 / Math.sqrt(20),
                found.path("items").path(0).path("distance").asDouble(),
                1e-12);
        assertTrue(style.path("x").asDouble() >= 0 && style.path("x").asDouble() <= 1);
    }

    @Test
    void theNearestStyleToAColourHasItInItsReference() {
        byte[] green = new byte[48];
        for (int i = 1; i < 48; i += 3) {
            green[i] = (byte) 200;
        }
        String picture =
                sent(Pictures.png(Picture.of(4, 4, green))).json().path("id").asText();
        caller.post("/api/v1/styles", Map.of("code", CODE, "name", "green", "reference", picture));
        JsonNode found = caller.post("/api/v1/codes/nearest", Map.of("colour", "#00c800", "limit", 1))
                .json();
        assertEquals(
                "green", found.path("items").path(0).path("style").path("name").asText());
        assertEquals(0, found.path("items").path(0).path("distance").asDouble());
    }

    @Test
    void theMapHasEveryStyleInItsPlace() {
        JsonNode style = kept("on the map", "MMMMMMMMMMMMMMMMMMMM");
        JsonNode items = caller.get("/api/v1/map").json().path("items");
        List<JsonNode> found = new ArrayList<>();
        items.forEach(item -> {
            if (item.path("id").equals(style.path("id"))) {
                found.add(item);
            }
        });
        assertEquals(1, found.size());
        assertEquals(style.path("x"), found.get(0).path("x"));
        assertEquals(style.path("y"), found.get(0).path("y"));
    }

    @Test
    void anExportedCollectionIsKnownToItsOwnGalleryAndNewToAnother() {
        String id = kept("to be moved", "NNNNNNNNNNNNNNNNNNNN").path("id").asText();
        byte[] json =
                caller.get("/api/v1/collections/export?ids=" + id).response().body();
        byte[] sheet =
                caller.get("/api/v1/collections/sheet.png?ids=" + id).response().body();
        assertEquals(1, imported(json).path("known").asInt());
        caller.delete("/api/v1/styles/" + id);
        assertEquals(1, imported(sheet).path("added").asInt());
        assertEquals(
                1,
                caller.get("/api/v1/styles?q=to+be+moved").json().path("total").asInt());
    }

    @Test
    void aCollectionWithAWrongCodeBringsTheOthers() {
        String text = "{\"format\":\"stylecodes-collection\",\"version\":1,\"model\":\"nano1\",\"styles\":["
                + "{\"code\":\"nano1:zz\",\"name\":\"bad\"},{\"code\":\"OOOOOOOOOOOOOOOOOOOO\",\"name\":\"good\"}]}";
        JsonNode answer = imported(text.getBytes());
        assertEquals(1, answer.path("added").asInt());
        assertEquals("bad", answer.path("refused").path(0).path("name").asText());
    }

    @Test
    void thePageOfAWrongCodeIsNotFoundAndSaysWhy() {
        Caller.Answer page = caller.get("/s/nano1:BIgP_58waM-Dx3A5idNomo");
        assertEquals(404, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        assertEquals(
                422, caller.get("/api/v1/shares/nano1:BIgP_58waM-Dx3A5idNomo").status());
    }

    @Test
    void encodingDoesNotWaitForAGeneration() {
        JsonNode job = caller.post("/api/v1/generations", Map.of("prompt", "", "steps", 200, "count", 16))
                .json();
        encoded(List.of(Pictures.png(scene(5))), Map.of());
        assertFalse(caller.get(job.path("url").asText())
                .json()
                .path("state")
                .asText()
                .equals("done"));
        caller.delete(job.path("url").asText());
        ended(job);
    }

    @Test
    void aSharedCodeThatNobodyKeptGetsItsSamplesDrawn() {
        JsonNode share =
                caller.get("/api/v1/shares/nano1:RIgP_58waM-Dx3A5idNomo").json();
        assertEquals(CODE, share.path("code").path("code").asText());
        assertEquals(3, share.path("samples").size());
        Caller.Answer preview = caller.get("/s/" + SHARED + "/preview.png");
        while (preview.status() == 503) { // after half a minute, while others are drawn
            preview = caller.get("/s/" + SHARED + "/preview.png");
        }
        assertEquals(200, preview.status());
        assertEquals(128, Pictures.read(preview.response().body()).width());
    }

    private void assertProblem(int status, String detail, Map<String, Object> request) {
        Caller.Answer answer = caller.post("/api/v1/generations", request);
        assertEquals(status, answer.status());
        assertEquals(detail, answer.json().path("detail").asText());
    }

    private JsonNode imported(byte[] file) {
        return caller.form("/api/v1/collections/import", List.of(new Caller.Part("file", "styles", file)), Map.of())
                .json();
    }

    private JsonNode kept(String name, String code) {
        return caller.post("/api/v1/styles", Map.of("code", code, "name", name)).json();
    }

    private JsonNode drawn(Map<String, Object> request) {
        Caller.Answer answer = caller.post("/api/v1/generations", request);
        assertEquals(202, answer.status(), answer.text());
        assertEquals(answer.json().path("url").asText(), answer.header("Location"));
        return ended(answer.json());
    }

    private JsonNode ended(JsonNode job) {
        caller.get(job.path("events").asText()); // which ends with the job
        return caller.get(job.path("url").asText()).json();
    }

    private Caller.Answer sent(byte[] picture) {
        return caller.form("/api/v1/pictures", List.of(new Caller.Part("picture", "a.png", picture)), Map.of());
    }

    private JsonNode encoded(List<byte[]> pictures, Map<String, String> texts) {
        List<Caller.Part> parts = pictures.stream()
                .map(bytes -> new Caller.Part("pictures", "a.png", bytes))
                .toList();
        Caller.Answer answer = caller.form("/api/v1/encodings", parts, texts);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static Picture scene(long style) {
        return SceneSample.of(SceneStyle.of(style), 0, Arrays.asList(SceneObject.values()), 0)
                .render(64);
    }
}
