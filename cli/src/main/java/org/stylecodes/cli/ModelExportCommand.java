package org.stylecodes.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.stylecodes.train.model.ModelRelease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a trained model for others. */
@Command(
        name = "export",
        description = "Copy a trained model folder, its weights in half precision, for others to use.",
        footer = {"", "Example:", "  stylecodes model export runs/nano1/model ~/.stylecodes/models/mine"})
final class ModelExportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "FROM", description = "The folder that the stages wrote.")
    private Path from;

    @Parameters(index = "1", paramLabel = "TO", description = "The folder to fill; made if it is missing.")
    private Path to;

    @Override
    public void run() {
        if (!Files.isDirectory(from)) {
            throw new BadValueException("there is no folder " + from);
        }
        ModelRelease.write(from, to);
        spec.commandLine().getOut().println(to);
    }
}
