package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultsCommandTest {
    private static final String JUDGE = "../nano/recipe/judge";

    @TempDir
    private Path folder;

    @Test
    void theTrialsAreWrittenWithTheirSettingsAndMeasures() throws IOException {
        Path derived = folder.resolve("derived");
        ProgramRun run = ProgramRun.ofModel(
                "defaults",
                "--judge",
                JUDGE,
                "--styles",
                "2",
                "--objects",
                "1",
                "--steps",
                "1",
                "--size",
                "32x32",
                "--preset",
                "released",
                "--try-mode",
                "joint",
                "--try-samplers",
                "unipc",
                "--try-steps",
                "1",
                "-o",
                derived.toString());
        assertEquals(0, run.exitCode(), run.err());
        JsonNode trials = new ObjectMapper().readTree(Files.readString(derived.resolve("trials.json")));
        assertEquals("DDIM", trials.path(0).path("settings").path("sampler").asText());
        assertEquals(
                "reference",
                trials.path(0).path("settings").path("guidanceMode").asText());
        assertEquals("UniPC", trials.path(1).path("settings").path("sampler").asText());
        assertEquals(
                "joint", trials.path(1).path("settings").path("guidanceMode").asText());
        assertEquals(2, trials.path(1).path("runs").path("base").asInt());
        assertEquals(1, trials.path(1).path("runs").path("control").asInt());
        assertTrue(run.out().startsWith("reference: DDIM, 1 steps, strength 0.9, reference guidance 3.0 in 0.0-1.0"));
    }

    @Test
    void aSamplerThatDoesNotExistIsRefused() {
        ProgramRun run = ProgramRun.ofModel("defaults", "--judge", JUDGE, "--try-samplers", "magic");
        assertEquals(2, run.exitCode());
    }

    @Test
    void noStepsAreRefusedBeforeAnythingIsDrawn() {
        ProgramRun.ofModel("defaults", "--judge", JUDGE, "--try-steps", "8,0")
                .misused("--try-steps has 0; expected numbers from 1 to 1000");
    }
}
