package org.stylecodes.cli.code;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group {@code stylecodes code}. What its commands throw is for the program to tell. */
@Command(
        name = "code",
        synopsisSubcommandLabel = "COMMAND",
        description = "Check, convert and mix style codes; no model is needed, but for random ones.",
        footer = {
            "",
            "A code is 20 symbols (RIgP_58waM-Dx3A5idNo), or shared with its model's id and",
            "2 check symbols (nano1:RIgP_58waM-Dx3A5idNomo). The 27 characters of the first",
            "release are read too."
        })
public final class CodeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    private CodeCommand() {}

    /**
     * The command with its subcommands, to be added to a program's root command.
     *
     * @param models finds what {@code code random} needs to know of a model
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
        // A code may begin with a hyphen; what is not an option is left to the commands, which tell codes from errors.
        group.setUnmatchedOptionsArePositionalParams(true);
        group.setCaseInsensitiveEnumValuesAllowed(true);
        return group;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing required subcommand");
    }
}
