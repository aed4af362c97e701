package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.StyleCodes;
import org.stylecodes.studio.limits.Limits;

/** Which callers may start drawing samples by looking at a style. */
class ShareApiTest {
    private static final String SHARED = "nano1:RIgP_58waM-Dx3A5idNomo";
    private static final String SHARE = "/api/v1/shares/" + SHARED;
    private static final String PREVIEW = "/s/" + SHARED + "/preview.png";
    private static final int WAITING = 4;

    @TempDir
    private Path folder;

    private Studio studio;
    private Caller caller;

    @BeforeEach
    void start() throws InterruptedException {
        studio = Studio.start(
                StudioOptions.local(0, folder, StyleCodes::nano).limits(Limits.DEFAULT.withQueued(WAITING)));
        caller = Caller.of(studio);
        caller.awaitReady();
        // Keeps the worker busy, so that samples wait and can be counted.
        caller.post("/api/v1/generations", Map.of("prompt", "", "steps", 200, "count", 16));
    }

    @AfterEach
    void stop() {
        studio.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void pagesOfOtherSitesStartNoDrawing(String site) {
        Caller other = caller.with(Map.of("Sec-Fetch-Site", site));
        assertEquals(0, jobs(other.get(SHARE).json()));
        assertEquals(404, other.get(PREVIEW).status());
        assertEquals(0, jobs(other.get(SHARE).json()));
    }

    @Test
    void headRequestsStartNoDrawing() {
        for (String path : List.of(SHARE, PREVIEW)) {
            caller.send("HEAD", path, BodyPublishers.noBody(), Map.of());
        }
        Caller other = caller.with(Map.of("Sec-Fetch-Site", "cross-site"));
        assertEquals(0, jobs(other.get(SHARE).json()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "same-origin"})
    void theUserAndTheStudiosPageStartDrawing(String site) {
        Caller user = caller.with(Map.of("Sec-Fetch-Site", site));
        assertEquals(3, jobs(user.get(SHARE).json()));
    }

    @Test
    void programsStartDrawing() {
        assertEquals(3, jobs(caller.get(SHARE).json()));
    }

    @Test
    void asManyPreviewsMayWaitAsGenerations() {
        int jobs = 0;
        for (int seed = 0; seed < 3; seed++) {
            String shared = caller.post("/api/v1/codes/random", Map.of("seed", seed))
                    .json()
                    .path("shared")
                    .asText();
            jobs += jobs(caller.get("/api/v1/shares/" + shared).json());
        }
        assertEquals(WAITING, jobs);
    }

    private static int jobs(JsonNode share) {
        assertTrue(share.path("samples").isArray(), share.toString());
        int jobs = 0;
        for (JsonNode sample : share.path("samples")) {
            jobs += sample.path("job").isTextual() ? 1 : 0;
        }
        return jobs;
    }
}
