package org.stylecodes.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group {@code stylecodes data}. */
@Command(name = "data", synopsisSubcommandLabel = "COMMAND", description = "Check and make pictures to train on.")
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    private DataCommand() {}

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new DataCommand())
                .addSubcommand(new DataCheckCommand(terminal))
                .addSubcommand(new DataIllustrationsCommand(terminal))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing required subcommand");
    }
}
