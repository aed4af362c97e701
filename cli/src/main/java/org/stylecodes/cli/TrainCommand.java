package org.stylecodes.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.stylecodes.train.Stages;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.loop.Trainer;
import org.stylecodes.train.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains one stage of a model. */
@Command(
        name = "train",
        description = "Train one stage of a model, or continue a run that was stopped.",
        footer = {
            "",
            "To train a model from nothing, run the stages vae, vision, base and style in this order. To add a style branch"
                    + " to an existing base, run vision and style; if the base has an image encoder, set"
                    + " \"tower\": \"kept\" in the configuration of vision. The stage judge trains the network that"
                    + " 'stylecodes evaluate' needs.",
            "",
            "The replicas of the plan divide the threads among themselves.",
            "",
            "Ctrl-C stops a run and keeps what it has learned. The same command then continues the run as if it had not"
                    + " been stopped.",
            "",
            "Examples:",
            "  stylecodes train vae --config nano/recipe/vae.json",
            "  tail -f runs/nano1/vae/metrics.jsonl"
        })
final class TrainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(
            paramLabel = "STAGE",
            completionCandidates = StageNames.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String stage;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description =
                    "The configuration of the run as JSON: the model folder, the folder for checkpoints and metrics, the"
                            + " plan, the data and the settings. Its paths are relative to the working directory.")
    private Path config;

    @Mixin
    private ThreadsOption threads;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Stages.NAMES.contains(stage)) {
            throw new BadValueException(
                    "there is no stage " + stage + "; expected one of " + String.join(", ", Stages.NAMES));
        }
        threads.apply();
        RunConfig run = InputFiles.read(() -> RunConfig.read(config));
        PrintWriter err = spec.commandLine().getErr();
        try (ProgressLine line = new ProgressLine(terminal, err, "step")) {
            line.show("preparing the stage " + stage + " ...");
            TrainingProgress progress = new TrainingProgress(terminal, line, err);
            try (Stage made = Stages.of(stage, run)) {
                new Trainer(made, run.plan(), Path.of(run.run()), progress).run();
            }
        }
        return ExitCode.OK;
    }

    /** The names of the stages, for help and completion. */
    static final class StageNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        StageNames() {
            super(Stages.NAMES);
        }
    }
}
