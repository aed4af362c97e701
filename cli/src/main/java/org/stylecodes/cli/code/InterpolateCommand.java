package org.stylecodes.cli.code;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.StyleCode;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Interpolates between two codes. */
@Command(
        name = "interpolate",
        description = "Interpolate between two style codes.",
        footer = {
            "",
            "Examples:",
            "  stylecodes code interpolate RIgP_58waM-Dx3A5idNo Bwb2Dc4_dsdc6lC1MXlP",
            "  stylecodes code interpolate --at 0.25 FROM TO"
        })
final class InterpolateCommand implements Callable<Integer> {
    private static final int DEFAULT_STEPS = 5;
    private static final int MOST_STEPS = 10_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0", paramLabel = "FROM", description = "The code to begin with.")
    private String from;

    @Parameters(index = "1", paramLabel = "TO", description = "The code to end with.")
    private String to;

    @ArgGroup
    private @Nullable Positions positions;

    @Mixin
    private ModelIdOption model;

    @Mixin
    private CodeOutput output;

    /** Where to interpolate: at even steps, or at one position. */
    static final class Positions {
        @Option(
                names = "--steps",
                paramLabel = "N",
                description = "How many codes to print, including both ends, 2 to 10000. Default: 5.")
        @Nullable
        Integer steps;

        @Option(
                names = "--at",
                paramLabel = "T",
                description = "Print only the code at this position, 0 (FROM) to 1 (TO).")
        @Nullable
        Double at;
    }

    @Override
    public Integer call() {
        double[] fractions = fractions();
        CodeArguments arguments = CodeArguments.read(spec, List.of(from, to), model.id(spec));
        StyleCode first = arguments.codes().get(0);
        StyleCode last = arguments.codes().get(1);
        List<StyleCode> codes = DoubleStream.of(fractions)
                .mapToObj(fraction -> first.interpolate(last, fraction))
                .toList();
        output.print(spec.commandLine().getOut(), codes, arguments.modelId());
        return CommandLine.ExitCode.OK;
    }

    private double[] fractions() {
        if (positions != null && positions.at != null) {
            double at = positions.at;
            require(at >= 0 && at <= 1, "--at is " + at + "; expected 0 to 1");
            return new double[] {at};
        }
        int steps = positions != null && positions.steps != null ? positions.steps : DEFAULT_STEPS;
        require(steps >= 2 && steps <= MOST_STEPS, "--steps is " + steps + "; expected 2 to " + MOST_STEPS);
        return IntStream.range(0, steps)
                .mapToDouble(i -> (double) i / (steps - 1))
                .toArray();
    }

    private void require(boolean fits, String message) {
        if (!fits) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
