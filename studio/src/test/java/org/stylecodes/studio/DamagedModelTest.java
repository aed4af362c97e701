package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;
import org.stylecodes.image.Pictures;

/** A model whose weights are damaged after it was opened. */
class DamagedModelTest {
    private static final String FAILURE = "the server failed unexpectedly; its log has the cause";

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void copyModel() throws IOException, URISyntaxException {
        model = folder.resolve("model");
        URI index = Objects.requireNonNull(StyleCodes.class.getResource("/org/stylecodes/nano/model_index.json"))
                .toURI();
        if (index.getScheme().equals("file")) {
            copy(Path.of(index).getParent());
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(index, Map.of())) {
                copy(jar.getPath("/org/stylecodes/nano"));
            }
        }
    }

    @Test
    void encodingWithDamagedWeightsIsAFailureOfTheServer() throws IOException {
        try (Studio studio = start()) {
            Caller caller = Caller.of(studio).awaitReady();
            cutShort("image_encoder/model.safetensors");
            Caller.Part picture = new Caller.Part("pictures", "a.png", Pictures.png(DemoPictures.of(1, 64)));
            Caller.Answer answer = caller.form("/api/v1/encodings", List.of(picture), Map.of());
            assertEquals(500, answer.status(), answer.text());
            assertEquals(FAILURE, answer.json().path("detail").asText());
            assertFalse(answer.text().contains("safetensors"), answer.text());
        }
    }

    @Test
    void drawingWithDamagedWeightsIsAFailureOfTheServer() throws IOException {
        try (Studio studio = start()) {
            Caller caller = Caller.of(studio).awaitReady();
            cutShort("unet/diffusion_pytorch_model.safetensors");
            Caller.Answer answer = caller.post("/v1/images/generations", Map.of("prompt", "", "size", "64x64"));
            assertEquals(500, answer.status(), answer.text());
            assertEquals(FAILURE, answer.json().at("/error/message").asText());
            JsonNode error = caller.get("/api/v1/generations").json().at("/items/0/error");
            assertEquals(500, error.path("status").asInt(), error.toString());
        }
    }

    @Test
    void thePreviewOfAStyleThatCannotBeDrawnIsAFailureOfTheServer() throws IOException {
        try (Studio studio = start()) {
            Caller caller = Caller.of(studio).awaitReady();
            cutShort("unet/diffusion_pytorch_model.safetensors");
            String shared = caller.post("/api/v1/codes/random", Map.of())
                    .json()
                    .path("shared")
                    .asText();
            Caller.Answer answer = caller.get("/s/" + shared + "/preview.png");
            assertEquals(500, answer.status(), answer.text());
            assertEquals(FAILURE, answer.json().path("detail").asText());
        }
    }

    private Studio start() {
        return Studio.start(StudioOptions.local(0, folder.resolve("data"), () -> StyleCodes.open(model)));
    }

    private void cutShort(String file) throws IOException {
        try (RandomAccessFile weights = new RandomAccessFile(model.resolve(file).toFile(), "rw")) {
            weights.setLength(weights.length() / 2);
        }
    }

    private void copy(Path source) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = model.resolve(source.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
