package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;

/** Kills a studio at random moments. Everything that it had accepted must still be there afterwards. */
@Tag("slow")
class CrashTest {
    private static final int KILLS = Integer.getInteger("stylecodes.kills", 8);

    @TempDir
    private Path folder;

    private final Random random = new Random(1);
    private final List<String> jobs = Collections.synchronizedList(new ArrayList<>());
    private final List<String> pictures = Collections.synchronizedList(new ArrayList<>());
    private final List<String> styles = Collections.synchronizedList(new ArrayList<>());

    @Test
    void nothingThatWasAcceptedIsLost() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            try (StudioProcess studio = StudioProcess.start(folder)) {
                studio.awaitReady();
                CompletableFuture<Void> busy = CompletableFuture.runAsync(() -> work(studio.caller()));
                Thread.sleep(200 + random.nextInt(3000));
                studio.kill();
                busy.get();
            }
        }
        try (StudioProcess studio = StudioProcess.start(folder)) {
            studio.awaitReady();
            assertTrue(jobs.size() >= KILLS && pictures.size() >= KILLS, jobs.size() + " jobs");
            for (String job : jobs) {
                assertDrawn(studio.caller(), job);
            }
            for (String picture : pictures) {
                assertWhole(studio.caller(), picture);
            }
            for (String style : styles) {
                Caller.Answer kept = studio.caller().get(style);
                assertEquals(200, kept.status(), style);
                assertEquals(style, "/api/v1/styles/" + kept.json().path("id").asText());
            }
            System.out.println("killed " + KILLS + " times; " + jobs.size() + " generations, " + pictures.size()
                    + " pictures and " + styles.size() + " styles are all there");
        }
    }

    // Works until the studio is killed, which breaks off a request. That request may or may not have been accepted.
    private void work(Caller caller) {
        try {
            for (int i = 0; true; i++) {
                byte[] rgb = new byte[32 * 32 * 3];
                random.nextBytes(rgb);
                Caller.Part part = new Caller.Part("picture", "a.png", Pictures.png(Picture.of(32, 32, rgb)));
                Caller.Answer sent = caller.form("/api/v1/pictures", List.of(part), Map.of());
                assertEquals(201, sent.status(), sent.text());
                pictures.add(sent.json().path("url").asText());
                if (i % 5 == 0) {
                    Map<String, Object> request =
                            Map.of("prompt", "a house", "steps", 3, "count", 2, "width", 64, "height", 64);
                    Caller.Answer answer = caller.post("/api/v1/generations", request);
                    if (answer.status() != 429) { // 429: the queue is full
                        assertEquals(202, answer.status(), answer.text());
                        jobs.add(answer.json().path("url").asText());
                    }
                }
                Map<String, Object> style =
                        Map.of("code", "RIgP_58waM-Dx3A5idNo", "name", "style " + i, "tags", List.of("a", "b"));
                Caller.Answer kept = caller.post("/api/v1/styles", style);
                assertEquals(201, kept.status(), kept.text());
                styles.add(kept.header("Location"));
            }
        } catch (AssertionError killed) {
            assertTrue(killed.getCause() instanceof IOException, killed.getMessage());
        }
    }

    private static void assertDrawn(Caller caller, String job) {
        caller.get(job + "/events"); // the stream ends with the job
        JsonNode ended = caller.get(job).json();
        assertEquals("done", ended.path("state").asText(), ended.toString());
        assertEquals(2, ended.path("results").size());
        ended.path("results")
                .forEach(result -> assertEquals(
                        64,
                        Pictures.read(caller.get(result.path("picture")
                                                .path("url")
                                                .asText())
                                        .response()
                                        .body())
                                .width()));
    }

    private static void assertWhole(Caller caller, String picture) throws Exception {
        byte[] file = caller.get(picture).response().body();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertEquals("/api/v1/pictures/" + hash + ".png", picture);
    }
}
