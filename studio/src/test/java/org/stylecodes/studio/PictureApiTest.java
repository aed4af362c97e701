package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.StyleCodes;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;

/** The routes for uploading and encoding pictures. */
class PictureApiTest extends ApiTest {
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
    void anInvalidPictureDoesNotStopTheOthers() {
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

    @ParameterizedTest
    @ValueSource(ints = {3 << 20, 16 << 20})
    void aFormOfUnknownLengthThatIsTooLongIsRefused(int bytes) {
        String form = "--b\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\n"
                + "a".repeat(bytes) + "\r\n--b--\r\n";
        Caller.Answer answer = caller.send(
                "POST",
                "/api/v1/pictures",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form.getBytes(StandardCharsets.US_ASCII))),
                Map.of("Content-Type", "multipart/form-data; boundary=b"));
        assertEquals(413, answer.status(), answer.text());
    }

    @Test
    void aFormWithoutABoundaryIsRefused() {
        Caller.Answer answer = caller.send(
                "POST",
                "/api/v1/pictures",
                BodyPublishers.ofString("--b--"),
                Map.of("Content-Type", "multipart/form-data"));
        assertEquals(400, answer.status(), answer.text());
    }

    @Test
    void aPictureIsStoredUnderTheHashOfItsFile() throws Exception {
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

    private JsonNode encoded(List<byte[]> pictures, Map<String, String> texts) {
        List<Caller.Part> parts = pictures.stream()
                .map(bytes -> new Caller.Part("pictures", "a.png", bytes))
                .toList();
        Caller.Answer answer = caller.form("/api/v1/encodings", parts, texts);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }
}
