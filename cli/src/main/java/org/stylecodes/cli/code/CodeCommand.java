package org.stylecodes.cli.code;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command group {@code stylecodes code}. Its commands leave the reporting of exceptions to the program. */
@Command(
        name = "code",
        synopsisSubcommandLabel = "COMMAND",
        description = "Check, convert, mix, vary and compare style codes. Only random needs a model.",
        footer = {
            "",
            "A code has 20 symbols (RIgP_58waM-Dx3A5idNo). The form for sharing adds the id",
            "of its model and 2 check symbols (nano1:RIgP_58waM-Dx3A5idNomo). The 27",
            "characters of the first release are read too."
        })
public final class CodeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    private CodeCommand() {}

    /**
     * Builds the command with its subcommands, to be added to a program's root command.
     *
     * @param models finds the distribution of a model's codes for {@code code random}
     */
    public static CommandLine commandLine(CodeSource.Finder models) {
        CommandLine group = new CommandLine(new CodeCommand());
        group.addSubcommand(new CheckCommand())
                .addSubcommand(new ConvertCommand())
                .addSubcommand(new MixCommand())
                .addSubcommand(new VaryCommand())
                .addSubcommand(new InterpolateCommand())
                .addSubcommand(new RandomCommand(models))
                .addSubcommand(new DistanceCommand());
        // A code may begin with a hyphen. Text that is not an option goes to the commands, which detect mistyped
        // options.
        group.setUnmatchedOptionsArePositionalParams(true);
        group.setCaseInsensitiveEnumValuesAllowed(true);
        return group;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing required subcommand");
    }
}
