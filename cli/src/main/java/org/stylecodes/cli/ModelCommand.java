package org.stylecodes.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group {@code stylecodes model}. */
@Command(
        name = "model",
        synopsisSubcommandLabel = "COMMAND",
        description = "List models, describe a model, and copy a trained model.")
final class ModelCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    private ModelCommand() {}

    static CommandLine commandLine() {
        return new CommandLine(new ModelCommand())
                .addSubcommand(new ModelListCommand())
                .addSubcommand(new ModelInfoCommand())
                .addSubcommand(new ModelExportCommand());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing required subcommand");
    }
}
