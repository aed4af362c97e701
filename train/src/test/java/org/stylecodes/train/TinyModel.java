package org.stylecodes.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.stylecodes.Precision;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.config.TrainingPlan;
import org.stylecodes.train.loop.Trainer;
import org.stylecodes.train.stage.Stage;

/** A tiny model whose stages train in a second, in a folder with its runs. */
public record TinyModel(Path folder) {
    private static final List<String> OBJECTS = List.of("house", "star");

    public static final RunConfig.Data SCENES = new RunConfig.Data(new RunConfig.Scenes(0, 6, 2, 32, OBJECTS), null);
    public static final RunConfig.Data UNSEEN = new RunConfig.Data(new RunConfig.Scenes(1000, 8, 2, 32, OBJECTS), null);

    /** A plan with two replicas that reports every step and validates every second step. */
    public static TrainingPlan plan(long steps) {
        return new TrainingPlan(
                1, steps, 4, 2, 1e-3, 0, 0, 0.9, 0.99, 0.01, 1, 0.9, 600, 1, 2, Precision.FLOAT32, false, "cpu");
    }

    /** The model folder. */
    Path model() {
        return folder.resolve("model");
    }

    /** The settings of a run of a stage, whose folder is {@code run/STAGE}. */
    RunConfig config(String stage, TrainingPlan plan) {
        return new RunConfig(
                model().toString(),
                resource("/tiny-model").toString(),
                folder.resolve("run").resolve(stage).toString(),
                plan,
                SCENES,
                UNSEEN,
                settings(stage));
    }

    /** Trains the stages that other stages build on. */
    void trainPredecessors() {
        List.of("vae", "vision", "base").forEach(this::train);
    }

    /** A copy of the model without its runs. */
    TinyModel copiedTo(Path other) {
        TinyModel copy = new TinyModel(other);
        copy(model(), copy.model());
        return copy;
    }

    /** Trains a stage for two steps. */
    void train(String stage) {
        train(stage, plan(2), report -> true);
    }

    /** Trains a stage. */
    void train(String stage, TrainingPlan plan, Trainer.ReportListener listener) {
        RunConfig run = config(stage, plan);
        try (Stage made = Stages.of(stage, run)) {
            new Trainer(made, plan, Path.of(run.run()), listener).run();
        }
    }

    /** The settings of each stage in the tests. */
    public static ObjectNode settings(String stage) {
        ObjectNode settings = new ObjectMapper().createObjectNode();
        return switch (stage) {
            case "vae" ->
                settings.put("crop", 16)
                        .put("gradientWeight", 0.5)
                        .put("chromaWeight", 1.0)
                        .put("divergenceWeight", 5e-4);
            case "vision" -> settings.put("references", 0.3).put("foretellWeight", 0.3);
            case "base" -> settings.put("emptyCaptions", 0.1);
            case "style" -> settings.put("emptyCaptions", 0.05).put("references", 0.3);
            default -> settings;
        };
    }

    /** A folder of the test resources. */
    public static Path resource(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(TinyModel.class.getResource(name)).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Copies a folder with its content. */
    public static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
