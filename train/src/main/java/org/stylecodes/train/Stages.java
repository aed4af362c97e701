package org.stylecodes.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.data.PictureFolder;
import org.stylecodes.train.data.ScenePictures;
import org.stylecodes.train.data.StyleData;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.train.stage.BaseStage;
import org.stylecodes.train.stage.JudgeStage;
import org.stylecodes.train.stage.Stage;
import org.stylecodes.train.stage.StageInput;
import org.stylecodes.train.stage.StyleStage;
import org.stylecodes.train.stage.VaeStage;
import org.stylecodes.train.stage.VisionStage;

/** Makes the stages by name, from the settings of a run. */
public final class Stages {
    /** All stages in the order in which a model is trained from nothing. */
    public static final List<String> NAMES = List.of("vae", "vision", "base", "style", "judge");

    private Stages() {}

    /**
     * Makes a stage. The stages {@code base} and {@code style} first encode all pictures to latents, which can take minutes.
     *
     * @param name one of {@link #NAMES}
     * @throws InvalidRequestException if there is no such stage, or the settings do not fit the model
     */
    public static Stage of(String name, RunConfig run) {
        ModelParts parts = new ModelParts(Path.of(run.model()));
        if (run.template() != null) {
            parts.copyMissing(Path.of(run.template()));
        }
        StageInput input = new StageInput(
                parts, data(run.data()), data(run.unseen()), run.plan().place());
        return switch (name) {
            case "vae" -> VaeStage.of(run, input);
            case "vision" -> VisionStage.of(run, input);
            case "base" -> BaseStage.of(run, input);
            case "style" -> StyleStage.of(run, input);
            case "judge" -> JudgeStage.of(run, input);
            default -> throw new InvalidRequestException("there is no stage " + name + "; expected one of " + NAMES);
        };
    }

    private static StyleData data(RunConfig.Data data) {
        RunConfig.Folder folder = data.folder();
        if (folder != null) {
            return PictureFolder.read(Path.of(folder.path()), folder.size());
        }
        return ScenePictures.of(Objects.requireNonNull(data.scenes(), "scenes"));
    }
}
