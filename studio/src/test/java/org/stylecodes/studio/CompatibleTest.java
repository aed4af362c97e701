package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.MultipartField;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.images.ImageGenerateParams.ResponseFormat;
import com.openai.models.images.ImageGenerateParams.Size;
import com.openai.models.images.ImagesResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.notes.PictureNotes;
import org.stylecodes.studio.limits.Limits;

/** Unmodified programs written for other servers: OpenAI's own client, and requests as users of AUTOMATIC1111 send them. */
class CompatibleTest {
    private static final String CODE = "RIgP_58waM-Dx3A5idNo";

    @TempDir
    private static Path folder;

    private static Studio studio;
    private static Caller caller;
    private static OpenAIClient openAi;

    @BeforeAll
    static void start() throws InterruptedException {
        studio = Studio.start(StudioOptions.local(0, folder, StyleCodes::nano));
        caller = Caller.of(studio);
        openAi = OpenAIOkHttpClient.builder()
                .baseUrl(studio.address().resolve("/v1").toString())
                .apiKey("none")
                .maxRetries(0)
                .build();
        caller.awaitReady();
    }

    @AfterAll
    static void stop() {
        openAi.close();
        studio.close();
    }

    @Test
    void theClientOfOpenAiListsTheModel() {
        assertEquals("nano1", openAi.models().list().data().get(0).id());
    }

    @Test
    void theClientOfOpenAiDrawsInAStyle() {
        ImagesResponse answer = openAi.images()
                .generate(ImageGenerateParams.builder()
                        .prompt("a house")
                        .model("gpt-image-1")
                        .n(2)
                        .size(Size.of("64x64"))
                        .responseFormat(ResponseFormat.B64_JSON)
                        .putAdditionalBodyProperty("styles", JsonValue.from(List.of(CODE)))
                        .build());
        assertEquals(2, answer.data().orElseThrow().size());
        byte[] png = Base64.getDecoder()
                .decode(answer.data().orElseThrow().get(1).b64Json().orElseThrow());
        assertEquals(64, Pictures.read(png).width());
        PictureNotes notes = PictureNotes.read(Pictures.readText(png));
        assertEquals("a house", notes.request().prompt());
        assertEquals(CODE, notes.request().mix().toString());
    }

    @Test
    void theClientOfOpenAiChangesAPicture() {
        InputStream picture = new ByteArrayInputStream(Pictures.png(Picture.of(64, 64, new byte[64 * 64 * 3])));
        ImagesResponse answer = openAi.images()
                .edit(ImageEditParams.builder()
                        .prompt("a boat")
                        .size(ImageEditParams.Size.of("64x64"))
                        .image(MultipartField.<ImageEditParams.Image>builder()
                                .value(ImageEditParams.Image.ofInputStream(picture))
                                .filename("a.png")
                                .contentType("image/png")
                                .build())
                        .build());
        byte[] png = Base64.getDecoder()
                .decode(answer.data().orElseThrow().get(0).b64Json().orElseThrow());
        assertEquals(0.7, PictureNotes.read(Pictures.readText(png)).initStrength());
    }

    @Test
    void theClientOfOpenAiReadsErrors() {
        OpenAIServiceException refusal = assertThrows(OpenAIServiceException.class, () -> openAi.images()
                .generate(ImageGenerateParams.builder()
                        .prompt("a")
                        .size(Size.of("65x64"))
                        .build()));
        assertEquals(422, refusal.statusCode());
        assertTrue(
                refusal.getMessage()
                        .contains("the size is 65x64, but nano1 draws multiples of 8; the nearest is 64x64"),
                refusal.getMessage());
    }

    @Test
    void txt2imgDrawsAsManyPicturesAsTheBatchHas() {
        JsonNode answer = caller.post(
                        "/sdapi/v1/txt2img",
                        Map.of(
                                "prompt",
                                "a cat",
                                "negative_prompt",
                                "dog",
                                "steps",
                                2,
                                "seed",
                                7,
                                "width",
                                64,
                                "height",
                                64,
                                "batch_size",
                                2,
                                "sampler_name",
                                "Euler a",
                                "style_codes",
                                List.of(CODE)))
                .json();
        assertEquals(2, answer.path("images").size());
        PictureNotes notes = notes(answer.path("images").path(1));
        assertEquals(8, notes.request().seed());
        assertEquals("dog", notes.request().negative());
        assertEquals("Euler a", notes.request().sampler().title());
        assertTrue(
                answer.path("info").asText().contains("\"all_seeds\":[7,8]"),
                answer.path("info").asText());
    }

    @Test
    void aSchedulerIsAPartOfTheSampler() {
        Map<String, Object> request = Map.of(
                "prompt", "", "steps", 2, "width", 64, "height", 64, "sampler_name", "DPM++ 2M", "scheduler", "karras");
        JsonNode answer = caller.post("/sdapi/v1/txt2img", request).json();
        assertEquals(
                "DPM++ 2M Karras",
                notes(answer.path("images").path(0)).request().sampler().title());
    }

    @Test
    void anUnknownSchedulerIsRefused() {
        Caller.Answer answer = caller.post("/sdapi/v1/txt2img", Map.of("prompt", "", "scheduler", "Beta"));
        assertEquals(422, answer.status());
        assertEquals(
                "the scheduler is 'Beta'; expected Automatic or Karras",
                answer.json().path("detail").asText());
    }

    @Test
    void theAnswerHasTheDefaultsThatWereUsed() {
        Map<String, Object> request = Map.of("prompt", "", "steps", 2, "width", 64, "height", 64);
        JsonNode parameters = caller.post("/sdapi/v1/txt2img", request).json().path("parameters");
        assertEquals("UniPC", parameters.path("sampler_name").asText());
        assertEquals(1, parameters.path("batch_size").asInt());
        assertTrue(parameters.path("seed").isIntegralNumber());
    }

    @Test
    void img2imgStartsFromThePictureThatWasSent() {
        String picture = Base64.getEncoder().encodeToString(Pictures.png(Picture.of(8, 8, new byte[192])));
        JsonNode answer = caller.post(
                        "/sdapi/v1/img2img",
                        Map.of(
                                "prompt",
                                "",
                                "steps",
                                4,
                                "width",
                                64,
                                "height",
                                64,
                                "denoising_strength",
                                0.5,
                                "init_images",
                                List.of("data:image/png;base64," + picture)))
                .json();
        assertEquals(0.5, notes(answer.path("images").path(0)).initStrength());
        assertTrue(answer.at("/parameters/init_images").isMissingNode(), "the picture came back");
    }

    @Test
    void img2imgReadsPicturesUpToTheUploadLimit() {
        byte[] picture = Arrays.copyOf(Pictures.png(Picture.of(8, 8, new byte[192])), Limits.DEFAULT.uploadBytes());
        Caller.Answer answer = caller.post(
                "/sdapi/v1/img2img",
                "{\"prompt\":\"\",\"steps\":2,\"width\":64,\"height\":64,\"init_images\":[\""
                        + Base64.getEncoder().encodeToString(picture) + "\"]}");
        assertEquals(200, answer.status(), answer.text());
    }

    @Test
    void anEditIsDrawnFromItsSeed() {
        Caller.Answer answer =
                edited(Map.of("prompt", "", "size", "64x64", "response_format", "b64_json", "seed", "7"));
        assertEquals(7, notes(answer.json().at("/data/0/b64_json")).request().seed());
    }

    @Test
    void noPictureIsKeptIfAnImg2imgRequestIsInvalid() throws IOException {
        List<Path> before = pictures();
        String picture = Base64.getEncoder().encodeToString(Pictures.png(Picture.of(8, 9, new byte[216])));
        Map<String, Object> request = Map.of("prompt", "", "init_images", List.of(picture));
        for (Map<String, Object> wrong :
                List.of(Map.<String, Object>of("sampler_name", "x"), Map.<String, Object>of("steps", 0))) {
            Map<String, Object> body = new HashMap<>(request);
            body.putAll(wrong);
            assertEquals(422, caller.post("/sdapi/v1/img2img", body).status());
        }
        assertEquals(before, pictures());
    }

    @Test
    void noPictureIsKeptIfAnEditIsInvalid() throws IOException {
        List<Path> before = pictures();
        assertEquals(422, edited(Map.of("prompt", "", "size", "65x64")).status());
        assertEquals(422, edited(Map.of("prompt", "", "n", "many")).status());
        assertEquals(before, pictures());
    }

    private static Caller.Answer edited(Map<String, String> texts) {
        byte[] picture = Pictures.png(Picture.of(9, 8, new byte[216]));
        return caller.form("/v1/images/edits", List.of(new Caller.Part("image", "a.png", picture)), texts);
    }

    private static List<Path> pictures() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("pictures"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void otherRoutesThatProgramsCallAreAnswered() {
        assertEquals(
                "nano1",
                caller.get("/sdapi/v1/options")
                        .json()
                        .path("sd_model_checkpoint")
                        .asText());
        assertEquals(
                "nano1",
                caller.get("/sdapi/v1/sd-models")
                        .json()
                        .path(0)
                        .path("model_name")
                        .asText());
        assertEquals(
                "DDIM",
                caller.get("/sdapi/v1/samplers").json().path(0).path("name").asText());
        assertTrue(caller.get("/sdapi/v1/progress").json().path("state").has("sampling_step"));
        assertEquals(
                422,
                caller.post("/sdapi/v1/options", Map.of("sd_model_checkpoint", "other"))
                        .status());
    }

    private static PictureNotes notes(JsonNode base64) {
        return PictureNotes.read(Pictures.readText(Base64.getDecoder().decode(base64.asText())));
    }
}
