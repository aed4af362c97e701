package org.stylecodes.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    // In the order of the help.
    private static final Map<String, Class<?>> SUBCOMMANDS = subcommands();

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
        return commandLine(terminal, SUBCOMMANDS.keySet(), false);
    }

    /**
     * Builds the program with what one command line needs: a single command if the arguments begin with its name, and only names and
     * descriptions if the arguments ask for the program's own help. picocli inspects every command that it is given, and inspecting all of
     * them takes longer than a small command runs.
     */
    static CommandLine commandLineFor(Terminal terminal, String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        // The completion script is about all commands.
        boolean one = SUBCOMMANDS.containsKey(first) && !first.equals("completion");
        boolean help = arguments.length == 1 && (first.equals("--help") || first.equals("-h"));
        return commandLine(terminal, one ? Set.of(first) : SUBCOMMANDS.keySet(), help);
    }

    private static CommandLine commandLine(Terminal terminal, Set<String> subcommands, boolean outlines) {
        Program program = new Program();
        CommandLine root = new CommandLine(program);
        subcommands.forEach(name -> root.addSubcommand(name, outlines ? outline(name) : subcommand(name, terminal)));
        setHelpStyle(root, terminal);
        ErrorHandler failures = new ErrorHandler(() -> program.stackTrace);
        return ArgumentValues.register(root)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    private static CommandSpec outline(String name) {
        CommandSpec outline = CommandSpec.create();
        Command command = Objects.requireNonNull(SUBCOMMANDS.get(name)).getAnnotation(Command.class);
        outline.usageMessage().description(command.description());
        return outline;
    }

    private static Object subcommand(String name, Terminal terminal) {
        return switch (name) {
            case "encode" -> new EncodeCommand(terminal);
            case "generate" -> new GenerateCommand(terminal);
            case "grid" -> new GridCommand(terminal);
            case "demo" -> new DemoCommand(terminal);
            case "serve" -> new ServeCommand();
            case "code" -> CodeCommand.commandLine(id -> ModelCatalog.ofUser().codes(id));
            case "model" -> ModelCommand.commandLine();
            case "conformance" -> new ConformanceCommand();
            case "bench" -> new BenchCommand();
            case "data" -> DataCommand.commandLine(terminal);
            case "train" -> new TrainCommand(terminal);
            case "evaluate" -> new EvaluateCommand(terminal);
            case "defaults" -> new DefaultsCommand(terminal);
            case "render" -> new RenderCommand();
            case "completion" -> new CompletionCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Map<String, Class<?>> subcommands() {
        Map<String, Class<?>> subcommands = new LinkedHashMap<>();
        subcommands.put("encode", EncodeCommand.class);
        subcommands.put("generate", GenerateCommand.class);
        subcommands.put("grid", GridCommand.class);
        subcommands.put("demo", DemoCommand.class);
        subcommands.put("serve", ServeCommand.class);
        subcommands.put("code", CodeCommand.class);
        subcommands.put("model", ModelCommand.class);
        subcommands.put("conformance", ConformanceCommand.class);
        subcommands.put("bench", BenchCommand.class);
        subcommands.put("data", DataCommand.class);
        subcommands.put("train", TrainCommand.class);
        subcommands.put("evaluate", EvaluateCommand.class);
        subcommands.put("defaults", DefaultsCommand.class);
        subcommands.put("render", RenderCommand.class);
        subcommands.put("completion", CompletionCommand.class);
        return subcommands;
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
