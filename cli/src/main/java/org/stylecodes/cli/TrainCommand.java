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
        description = "Train one stage of a model, or go on with a run that was stopped.",
        footer = {
            "",
            "A model is trained from nothing in the order vae, vision, base, style; the judge serves measures."
                    + " An existing base takes vision, with the setting \"tower\": \"kept\" where it has an image encoder, and style.",
            "",
            "Stopped with Ctrl-C, a run keeps what it has learned, and the same command goes on as if it had not been"
                    + " stopped.",
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
                    "The run: model folder, folder of checkpoints and metrics, plan, data and settings, as JSON. Paths"
                            + " in it count from the working directory.")
    private Path config;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Stages.NAMES.contains(stage)) {
            throw new BadValueException(
                    "there is no stage " + stage + "; there are " + String.join(", ", Stages.NAMES));
        }
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

    /** The names of stages, for help and completion. */
    static final class StageNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        StageNames() {
            super(Stages.NAMES);
        }
    }
}
