package org.stylecodes.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @Test
    void anUnknownStageIsRefusedWithTheKnownOnes() {
        ProgramRun.of("train", "unet", "--config", "run.json")
                .misused(
                        "there is no stage and no file unet; expected one of the stages vae, vision, base, style, judge, or a pack of drawings");
    }

    @Test
    void aRunNeedsAConfiguration() {
        ProgramRun.of("train", "vae").misused("Missing required option: '--config=FILE'");
    }

    @Test
    void theMissingFieldOfAConfigurationIsNamed(@TempDir Path folder) throws Exception {
        Path config = Files.writeString(folder.resolve("run.json"), "{\"model\": \"m\", \"run\": \"r\"}");
        ProgramRun.of("train", "vae", "--config", config.toString()).misused(config + ": \"plan\" is missing");
    }
}
