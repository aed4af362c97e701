package org.stylecodes.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.stylecodes.train.model.ModelRelease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a trained model so that others can use it. */
@Command(
        name = "export",
        description = "Copy a trained model folder for others to use, with its weights in half precision.",
        footer = {"", "Example:", "  stylecodes model export runs/nano1/model ~/.stylecodes/models/mine"})
final class ModelExportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "FROM", description = "The model folder that the training stages wrote.")
    private Path from;

    @Parameters(index = "1", paramLabel = "TO", description = "The folder to write to; created if it does not exist.")
    private Path to;

    @Override
    public void run() {
        if (!Files.isDirectory(from)) {
            throw new BadValueException("there is no folder " + from + "; give the model folder of a training run");
        }
        ModelRelease.write(from, to);
        spec.commandLine().getOut().println(to);
    }
}
