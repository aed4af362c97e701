package org.stylecodes.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.loop.Trainer;
import org.stylecodes.train.stage.Stage;

/** Continues a run that version 0.1 began. The README beside its files says how it was made. */
class OlderRunTest {
    private static final Path FILES = Path.of("src/test/resources/v0.1");
    private static final int TAKEN = 7; // of 16 steps, when the run was stopped

    // Processors round differently: without AVX, 16 steps ended with the same losses, but 30 steps with a loss that
    // differed by 2e-7.
    private static final double ROUNDING = 1e-5;

    @TempDir
    private Path folder;

    @Test
    void aRunStoppedInTheMiddleEndsWhereItWouldHaveEnded() throws IOException {
        TinyModel.copy(FILES.resolve("stopped"), folder);
        String config = Files.readString(FILES.resolve("run.json"))
                .replace("FOLDER", folder.toString().replace('\\', '/'));
        RunConfig run = RunConfig.read(Files.writeString(folder.resolve("run.json"), config));
        try (Stage stage = Stages.of("vae", run)) {
            new Trainer(stage, run.plan(), Path.of(run.run()), report -> true).run();
        }

        List<JsonNode> metrics = lines(folder.resolve("vae/metrics.jsonl"));
        assertEquals(
                LongStream.rangeClosed(1, run.plan().steps()).boxed().toList(),
                metrics.stream().map(line -> line.path("step").asLong()).toList());
        // The times are those of the old run, so these steps were not taken again.
        assertEquals(lines(FILES.resolve("stopped/vae/metrics.jsonl")), metrics.subList(0, TAKEN));
        JsonNode unbroken = lines(FILES.resolve("ended.jsonl")).get(0);
        for (String name : List.of("loss", "val_l1")) {
            double end = metrics.get(metrics.size() - 1).path(name).asDouble();
            assertEquals(unbroken.path(name).asDouble(), end, ROUNDING, name);
        }
        assertTrue(Files.exists(folder.resolve("model/vae/diffusion_pytorch_model.safetensors")));
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        try (MappingIterator<JsonNode> lines =
                new ObjectMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
            return lines.readAll();
        }
    }
}
