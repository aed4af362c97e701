package org.stylecodes.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.stylecodes.tensor.Weights;
import org.stylecodes.vae.Autoencoder;
import org.stylecodes.vae.VaeConfig;

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
        StyleData training = data(run.data());
        StyleData unseen = data(run.unseen());
        return switch (name) {
            case "vae" -> new VaeStage(run.settings(VaeStage.Settings.class), parts, training, unseen);
            case "vision" -> new VisionStage(run.settings(VisionStage.Settings.class), parts, training, unseen);
            case "base" -> base(run, parts, training, unseen);
            case "style" -> style(run, parts, training, unseen);
            case "judge" -> {
                if (run.data().scenes() == null) {
                    throw new TrainingException("the judge learns from scenes, whose contents are known");
                }
                yield new JudgeStage(parts, run.data().scenes().objects(), training, unseen);
            }
            default -> throw new TrainingException("no stage is called " + name + "; there are " + NAMES);
        };
    }

    private static Stage base(RunConfig run, ModelParts parts, StyleData training, StyleData unseen) {
        Autoencoder vae = vae(parts);
        LatentCache latents = new LatentCache(Path.of(run.run()).resolveSibling("latents"), parts.weightsFile("vae"));
        parts.makeTokenizer(training.words());
        try (Replicas replicas = new Replicas(run.plan().replicas())) {
            return new BaseStage(
                    run.settings(BaseStage.Settings.class),
                    parts,
                    new CaptionedLatents(training, latents.of(vae, training, replicas)),
                    new CaptionedLatents(unseen, latents.of(vae, unseen, replicas)));
        }
    }

    private static Stage style(RunConfig run, ModelParts parts, StyleData training, StyleData unseen) {
        Autoencoder vae = vae(parts);
        LatentCache latents = new LatentCache(Path.of(run.run()).resolveSibling("latents"), parts.weightsFile("vae"));
        StyleParts frozen = StyleParts.of(parts);
        try (Replicas replicas = new Replicas(run.plan().replicas())) {
            return new StyleStage(
                    run.settings(StyleStage.Settings.class),
                    parts,
                    frozen,
                    new CaptionedLatents(training, latents.of(vae, training, replicas)),
                    new CaptionedLatents(unseen, latents.of(vae, unseen, replicas)),
                    CodeTable.of(frozen::values, training, replicas),
                    CodeTable.of(frozen::values, unseen, replicas));
        }
    }

    private static Autoencoder vae(ModelParts parts) {
        return Autoencoder.of(VaeConfig.of(parts.config("vae")), Weights.of("vae", parts.tensors("vae")));
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
