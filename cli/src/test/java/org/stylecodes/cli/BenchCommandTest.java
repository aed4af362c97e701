package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @TempDir
    Path folder;

    @Test
    void measuresWhatAPictureIsMadeOf() throws IOException {
        ProgramRun run = ProgramRun.ofModel("bench", "--steps", "3", "--json");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertEquals("float32", report.path("precision").asText());
        assertEquals(3, report.path("steps").asInt());
        for (String part : new String[] {"styled step", "plain step", "decode", "encode"}) {
            assertTrue(report.path(part).path("seconds").asDouble() > 0, part);
            assertTrue(report.path(part).path("GFLOP").asDouble() > 0, part);
        }
        assertTrue(report.path("styled step").path("GFLOP").asDouble()
                > report.path("plain step").path("GFLOP").asDouble());
    }

    @Test
    void aRandomModelIsMeasuredWhereNoneIsAtHand() throws IOException {
        ProgramRun run = ProgramRun.of("bench", "--random", "nano", "--steps", "3", "--size", "64x64", "--json");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertEquals("64x64", report.path("size").asText());
        assertTrue(report.path("styled step").path("seconds").asDouble() > 0);
    }

    @Test
    void aRandomModelBesideANamedOneIsRefused() {
        ProgramRun.ofModel("bench", "--random", "nano")
                .misused("--random and --model name two models; give one of them");
    }

    @Test
    void aCheckoutThatIsNotBuiltIsRefusedWithAWayToBuildIt() {
        Path file = folder.resolve("cli/target/app/classpath");
        ProgramRun.of("bench", "--against", folder.toString())
                .misused("there is no " + file + "; run ./stylecodes --version in " + folder + ", which builds it");
    }

    @Test
    void twoStepsAreTooFewForTheTimeOfOne() {
        ProgramRun.of("bench", "--steps", "2").misused("--steps is 2; expected 3 or more");
    }
}
