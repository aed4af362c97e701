package org.stylecodes.cli;

import org.stylecodes.cli.code.CodeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command. */
@Command(
        name = "stylecodes",
        versionProvider = Program.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "A picture's style becomes a code of 20 symbols; a prompt and a code become a picture.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Everything was done.",
            "1:The work failed, in part or completely. Examples: encode could not read one of its pictures, code check got"
                    + " a text that is not a code, conformance found a difference, or the disk was full.",
            "2:The command line is wrong: it has an unknown option or value, or names a picture, PNG, model or other file"
                    + " that does not exist or cannot be read. Nothing was done."
        },
        footer = {
            "",
            "Examples:",
            "  stylecodes demo",
            "  stylecodes encode photo.jpg",
            "  stylecodes generate \"a house on a hill\" --style photo.jpg -o house.png",
            "",
            "'stylecodes COMMAND --help' explains a command."
        })
final class Program implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--version", versionHelp = true, description = "Show the version and exit.")
    private boolean version;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    private boolean stackTrace;

    private Program() {}

    /** Builds the program with all its commands. */
    static CommandLine commandLine(Terminal terminal) {
        Program program = new Program();
        CommandLine root = new CommandLine(program)
                .addSubcommand(new EncodeCommand(terminal))
                .addSubcommand(new GenerateCommand(terminal))
                .addSubcommand(new GridCommand(terminal))
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new ServeCommand())
                .addSubcommand(CodeCommand.commandLine(ModelCatalog.ofUser()::codes))
                .addSubcommand(ModelCommand.commandLine())
                .addSubcommand(new ConformanceCommand())
                .addSubcommand(new TrainCommand(terminal))
                .addSubcommand(new EvaluateCommand(terminal))
                .addSubcommand(new RenderCommand())
                .addSubcommand(new CompletionCommand());
        setHelpStyle(root, terminal);
        ErrorHandler failures = new ErrorHandler(() -> program.stackTrace);
        return ArgumentValues.register(root)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    /** Runs one command line and returns the exit code. */
    static int run(CommandLine program, String... arguments) {
        try {
            return program.execute(arguments);
        } catch (Error failure) { // picocli handles exceptions, but not errors
            return ((ErrorHandler) program.getExecutionExceptionHandler()).report(failure, program);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing required subcommand");
    }

    // Lists options in the order of their declaration, which begins with the most used.
    private static void setHelpStyle(CommandLine command, Terminal terminal) {
        command.getCommandSpec().usageMessage().sortOptions(false);
        command.setUsageHelpWidth(terminal.helpWidth());
        command.getSubcommands().values().forEach(subcommand -> setHelpStyle(subcommand, terminal));
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Program.class.getPackage().getImplementationVersion();
            return new String[] {"stylecodes " + (version == null ? "(not packaged)" : version)};
        }
    }
}
