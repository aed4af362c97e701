package org.stylecodes.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.stylecodes.error.CancelledException;
import org.stylecodes.train.Stages;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.drawing.DrawingPack;
import org.stylecodes.train.loop.Trainer;
import org.stylecodes.train.resident.ResidentPlan;
import org.stylecodes.train.resident.ResidentTraining;
import org.stylecodes.train.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains one stage of a model, or a whole small model from a pack of drawings. */
@Command(
        name = "train",
        description = "Train one stage of a model, or a whole small model from a pack of drawings.",
        footer = {
            "",
            "To train a model from nothing, run the stages vae, vision, base and style in this order. To add a style branch"
                    + " to an existing base, run vision and style; if the base has an image encoder, set"
                    + " \"tower\": \"kept\" in the configuration of vision. The stage judge trains the network that"
                    + " 'stylecodes evaluate' needs.",
            "",
            "With a pack of drawings instead of a stage, a whole small model is trained in the seconds that the plan in"
                    + " --config gives to each stage. All pictures stay in the memory of the device, so use a graphics card.",
            "",
            "In a stage, the replicas divide the threads among themselves. The plan of a pack has its own number of"
                    + " threads.",
            "",
            "Ctrl-C stops the run of a stage and keeps what it has learned. The same command then continues the run as if it"
                    + " had not been stopped. A run from a pack cannot be continued in this way: its stages leave the"
                    + " weights that they saved last, from which \"from\" in another plan starts.",
            "",
            "Examples:",
            "  stylecodes train vae --config nano/recipe/vae.json",
            "  tail -f runs/nano1/vae/metrics.jsonl",
            "  stylecodes train drawings.pack --config train/recipe/illustration/card.json"
        })
final class TrainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(
            paramLabel = "STAGE|PACK",
            completionCandidates = StageNames.class,
            description = "A stage, one of ${COMPLETION-CANDIDATES}; or a pack of drawings, which"
                    + " 'stylecodes data illustrations' makes.")
    private String subject;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description =
                    "The configuration as JSON. For a stage: the model folder, the folder for checkpoints and metrics, the"
                            + " plan, the data and the settings. For a pack: the plan of the stages and the folders. Paths"
                            + " are relative to the working directory.")
    private Path config;

    @Mixin
    private ThreadsOption threads;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        threads.apply();
        if (Stages.NAMES.contains(subject)) {
            trainStage(subject);
        } else if (Files.exists(Path.of(subject))) {
            trainWhole(Path.of(subject));
        } else {
            throw new BadValueException("there is no stage and no file " + subject + "; expected one of the stages "
                    + String.join(", ", Stages.NAMES) + ", or a pack of drawings");
        }
        return ExitCode.OK;
    }

    private void trainWhole(Path pack) {
        ResidentPlan plan = InputFiles.read(() -> ResidentPlan.read(config));
        DrawingPack drawings = InputFiles.read(() -> DrawingPack.open(pack));
        PrintWriter out = spec.commandLine().getOut();
        Consumer<String> report = line -> {
            out.println(line);
            out.flush();
        };
        try {
            ResidentTraining.of(plan, drawings, report).run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException("cancelled while styles were composed, because the thread was interrupted");
        }
    }

    private void trainStage(String stage) {
        RunConfig run = InputFiles.read(() -> RunConfig.read(config));
        PrintWriter err = spec.commandLine().getErr();
        try (ProgressLine line = new ProgressLine(terminal, err, "step")) {
            line.show("preparing the stage " + stage + " ...");
            TrainingProgress progress = new TrainingProgress(terminal, line, err);
            try (Stage made = Stages.of(stage, run)) {
                new Trainer(made, run.plan(), Path.of(run.run()), progress).run();
            }
        }
    }

    /** The names of the stages, for help and completion. */
    static final class StageNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        StageNames() {
            super(Stages.NAMES);
        }
    }
}
