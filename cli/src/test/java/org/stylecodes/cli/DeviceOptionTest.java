package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.tensor.Engine;

class DeviceOptionTest {
    private static final String PHOTO = ProgramRun.IMAGES + "photo.jpg";

    // These compute with codes or pictures in Java, or copy files.
    private static final Set<String> WITHOUT_NETWORKS = Set.of("code", "model", "data", "render", "completion");

    @Test
    void theProcessorIsTheDefault() {
        assertEquals(ProgramRun.ofModel("encode", PHOTO), ProgramRun.ofModel("encode", PHOTO, "--device", "cpu"));
    }

    @Test
    void anUnknownDeviceIsMisuse() {
        ProgramRun.ofModel("encode", PHOTO, "--device", "gpu")
                .misused("Invalid value for option '--device': there is no device 'gpu'; expected cpu, cuda or cuda:N");
    }

    @ParameterizedTest
    @ValueSource(strings = {"encode x.png", "generate x", "grid --prompt x", "demo", "conformance golden"})
    void aBuildWithoutCudaSaysHowToGetIt(String command) {
        assumeTrue(!Context.hasCUDART(), "this build has CUDA");
        ProgramRun run = ProgramRun.of((command + " --device cuda").split(" "));
        assertEquals(1, run.exitCode());
        assertTrue(run.err().contains("STYLECODES_MAVEN_OPTIONS=-Pgpu"), run.err());
    }

    @Test
    void float16IsForGraphicsCards() {
        ProgramRun.ofModel("encode", PHOTO, "--precision", "float16")
                .failed(
                        "processors do not compute in float16; use bfloat16 or float32, which also read weights stored in"
                                + " half precision, or the device cuda");
    }

    @Test
    void threadsAreThoseOfTheEngine() {
        int before = Engine.threads();
        try {
            assertEquals(ProgramRun.ofModel("encode", PHOTO), ProgramRun.ofModel("encode", PHOTO, "--threads", "3"));
            assertEquals(3, Engine.threads());
        } finally {
            Engine.threads(before);
        }
    }

    @Test
    void noThreadsAreMisuse() {
        ProgramRun.ofModel("encode", PHOTO, "--threads", "0").misused("--threads is 0; expected 1 to 1024");
    }

    @Test
    void everyCommandThatComputesHasThreads() {
        List<String> lacking = Program.commandLine(new Terminal(80)).getSubcommands().entrySet().stream()
                .filter(command -> command.getValue().getCommandSpec().findOption("--threads") == null)
                .map(Map.Entry::getKey)
                .filter(name -> !WITHOUT_NETWORKS.contains(name))
                .toList();
        assertEquals(List.of(), lacking);
    }

    @Test
    void trainingRefusesNoThreads() {
        ProgramRun.of("train", "vae", "--config", "run.json", "--threads", "0")
                .misused("--threads is 0; expected 1 to 1024");
    }
}
