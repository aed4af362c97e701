package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;
import org.stylecodes.image.Pictures;

/** A picture whose file is damaged after it was sent. */
class DamagedPictureTest {
    private static final String FAILURE = "the server failed unexpectedly; its log has the cause";

    @TempDir
    private Path folder;

    private Studio studio;
    private Caller caller;
    private String picture;

    @BeforeEach
    void sendAPicture() {
        studio = Studio.start(StudioOptions.local(0, folder, StyleCodes::nano));
        caller = Caller.of(studio).awaitReady();
        Caller.Part part = new Caller.Part("picture", "a.png", Pictures.png(DemoPictures.of(1, 64)));
        picture = caller.form("/api/v1/pictures", List.of(part), Map.of())
                .json()
                .path("id")
                .asText();
    }

    @AfterEach
    void stop() {
        studio.close();
    }

    @Test
    void readingItsThumbnailIsAServerFailure() throws IOException {
        cutShort("pictures");
        assertFailure(caller.get("/api/v1/pictures/" + picture + "/thumbnail.png"));
    }

    @Test
    void encodingItIsAServerFailure() throws IOException {
        cutShort("pictures");
        assertFailure(caller.post("/api/v1/codes/nearest", Map.of("picture", picture)));
    }

    @Test
    void drawingFromItIsAServerFailure() throws IOException {
        cutShort("pictures");
        Map<String, Object> request = Map.of("prompt", "", "steps", 4, "width", 64, "height", 64, "init", picture);
        String url =
                caller.post("/api/v1/generations", request).json().path("url").asText();
        caller.get(url + "/events"); // which ends with the job
        assertEquals(500, caller.get(url).json().at("/error/status").asInt());
    }

    @Test
    void exportingItsThumbnailIsAServerFailure() throws IOException {
        caller.post("/api/v1/styles", Map.of("code", "RIgP_58waM-Dx3A5idNo", "name", "a", "reference", picture));
        caller.get("/api/v1/pictures/" + picture + "/thumbnail.png");
        cutShort("thumbnails");
        assertFailure(caller.get("/api/v1/collections/sheet.png"));
    }

    private static void assertFailure(Caller.Answer answer) {
        assertEquals(500, answer.status(), answer.text());
        assertEquals(FAILURE, answer.json().path("detail").asText());
    }

    private void cutShort(String place) throws IOException {
        Path file = folder.resolve(place).resolve(picture.substring(0, 2)).resolve(picture + ".png");
        try (RandomAccessFile png = new RandomAccessFile(file.toFile(), "rw")) {
            png.setLength(png.length() / 2);
        }
    }
}
