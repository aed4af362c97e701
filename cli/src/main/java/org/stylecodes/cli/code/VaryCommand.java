package org.stylecodes.cli.code;

import java.util.List;
import java.util.concurrent.Callable;
import org.stylecodes.code.StyleCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws random neighbours of a code. */
@Command(
        name = "vary",
        description = "Draw random neighbours of a style code by adding normal noise to its 20 values.",
        footer = {
            "",
            "Examples:",
            "  stylecodes code vary RIgP_58waM-Dx3A5idNo --count 4",
            "  stylecodes code vary RIgP_58waM-Dx3A5idNo --amount 0.05 --seed 238"
        })
final class VaryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "CODE", description = "The code to vary.")
    private String text;

    @Option(
            names = "--amount",
            paramLabel = "X",
            defaultValue = "0.1",
            description = "The standard deviation of the noise; values range from -1 to 1. Default: 0.1.")
    private double amount;

    @Mixin
    private DrawOptions drawing;

    @Mixin
    private ModelIdOption model;

    @Mixin
    private CodeOutput output;

    @Override
    public Integer call() {
        if (!(amount >= 0 && Double.isFinite(amount))) {
            throw new ParameterException(spec.commandLine(), "--amount is " + amount + "; expected 0 or more");
        }
        CodeArguments arguments = CodeArguments.read(spec, List.of(text), model.id(spec));
        StyleCode code = arguments.codes().get(0);
        List<StyleCode> varied = drawing.draw(spec, random -> code.vary(amount, random));
        output.print(spec.commandLine().getOut(), varied, arguments.modelId());
        return CommandLine.ExitCode.OK;
    }
}
