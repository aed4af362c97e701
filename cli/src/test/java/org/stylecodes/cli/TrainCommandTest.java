package org.stylecodes.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @Test
    void aStageThatIsNoneIsAnsweredWithThoseThereAre() {
        ProgramRun.of("train", "unet", "--config", "run.json")
                .misused("there is no stage unet; there are vae, vision, base, style, judge");
    }

    @Test
    void aRunNeedsAConfiguration() {
        ProgramRun.of("train", "vae").misused("Missing required option: '--config=FILE'");
    }

    @Test
    void whatAConfigurationLacksIsNamed(@TempDir Path folder) throws Exception {
        Path config = Files.writeString(folder.resolve("run.json"), "{\"model\": \"m\", \"run\": \"r\"}");
        ProgramRun.of("train", "vae", "--config", config.toString()).misused(config + ": \"plan\" is missing");
    }
}
