package org.stylecodes.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The stages by name, made ready from the settings of a run. */
public final class Stages {
    /** All stages in the order in which a model is trained from nothing. */
    public static final List<String> NAMES = List.of("vae", "vision", "base", "style", "judge");

    private Stages() {}

    /**
     * Makes a stage ready; those that work on latents encode all pictures first, which can take minutes.
     *
     * @param name one of {@link #NAMES}
     */
    public static Stage of(String name, RunConfig run) {
        ModelParts parts = new ModelParts(Path.of(run.model()));
        if (run.template() != null) {
            copyMissing(Path.of(run.template()), parts.folder());
        }
        StageInput input = new StageInput(
                parts, data(run.data()), data(run.unseen()), run.plan().place());
        return switch (name) {
            case "vae" -> new VaeStage(run.settings(VaeStage.Settings.class), input);
            case "vision" -> {
                // A picture of another style must be there to be told apart from.
                Bounds.atLeast(
                        "batch of a replica", run.plan().batch() / run.plan().replicas(), 2);
                if (!run.settings().hasNonNull("tower")) {
                    parts.requireOwnImageEncoder();
                }
                yield new VisionStage(run.settings(VisionStage.Settings.class), input);
            }
            case "base" -> base(run, input);
            case "style" -> style(run, input);
            case "judge" -> judge(run, input);
            default -> throw new TrainingException("no stage is called " + name + "; there are " + NAMES);
        };
    }

    private static Stage judge(RunConfig run, StageInput input) {
        RunConfig.Scenes training = run.data().scenes();
        RunConfig.Scenes unseen = run.unseen().scenes();
        if (training == null || unseen == null) {
            throw new TrainingException("the judge learns from scenes, whose contents are known, but "
                    + (training == null ? "data" : "unseen") + " is a folder; give \"scenes\" for both");
        }
        if (!unseen.objects().equals(training.objects())) {
            throw new TrainingException("the objects of unseen are " + unseen.objects() + ", expected those of data, "
                    + training.objects() + ", in the same order");
        }
        if (!run.settings().isEmpty()) {
            throw new TrainingException("the judge has no settings, but is given " + run.settings());
        }
        return new JudgeStage(training.objects(), input);
    }

    private static Stage base(RunConfig run, StageInput input) {
        BaseStage.Settings settings = run.settings(BaseStage.Settings.class);
        try (Replicas replicas = new Replicas(run.plan().replicas())) {
            LatentSets latents = LatentSets.of(input, latents(run), replicas);
            input.parts().makeTokenizer(input.training().words());
            return new BaseStage(settings, input, latents);
        }
    }

    private static Stage style(RunConfig run, StageInput input) {
        StyleStage.Settings settings = run.settings(StyleStage.Settings.class);
        input.requirePairs();
        StyleParts frozen = StyleParts.of(input.parts(), input.device());
        try (Replicas replicas = new Replicas(run.plan().replicas())) {
            return new StyleStage(
                    settings,
                    input,
                    frozen,
                    LatentSets.of(input, latents(run), replicas),
                    CodeTable.of(frozen.encoder(), input.training(), replicas),
                    CodeTable.of(frozen.encoder(), input.unseen(), replicas));
        } catch (RuntimeException failed) {
            frozen.close();
            throw failed;
        }
    }

    // beside the folders of the runs, since two stages need the same
    private static Path latents(RunConfig run) {
        return Path.of(run.run()).resolveSibling("latents");
    }

    private static StyleData data(RunConfig.Data data) {
        if (data.scenes() != null) {
            return ScenePictures.of(data.scenes());
        }
        return PictureFolder.read(Path.of(data.folder().path()), data.folder().size());
    }

    private static void copyMissing(Path template, Path model) {
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = model.resolve(template.relativize(file).toString());
                if (!Files.exists(target)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot copy " + template + " to " + model, failed);
        }
    }
}
