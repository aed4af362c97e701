package org.stylecodes.cli.code;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.stylecodes.code.StyleCode;
import org.stylecodes.code.WeightedCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Mixes codes with weights. */
@Command(
        name = "mix",
        description = "Mix style codes by the weighted mean of their levels.",
        footer = {
            "",
            "Examples:",
            "  stylecodes code mix RIgP_58waM-Dx3A5idNo Bwb2Dc4_dsdc6lC1MXlP",
            "  stylecodes code mix RIgP_58waM-Dx3A5idNo::2 Bwb2Dc4_dsdc6lC1MXlP::0.5"
        })
final class MixCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(
            paramLabel = "CODE[::WEIGHT]",
            arity = "1..*",
            description = "Codes of one model. A weight is a number of 0 or more; it is 1 if it is not given.")
    private List<String> texts;

    @Mixin
    private ModelIdOption model;

    @Mixin
    private CodeOutput output;

    @Override
    public Integer call() {
        List<WeightedText> weighted = weighted();
        CodeArguments arguments = CodeArguments.read(
                spec, weighted.stream().map(WeightedText::text).toList(), model.id(spec));
        List<WeightedCode> parts = new ArrayList<>();
        for (int i = 0; i < weighted.size(); i++) {
            parts.add(new WeightedCode(arguments.codes().get(i), weighted.get(i).weight()));
        }
        output.print(spec.commandLine().getOut(), List.of(mix(parts)), arguments.modelId());
        return CommandLine.ExitCode.OK;
    }

    private List<WeightedText> weighted() {
        try {
            return texts.stream().map(WeightedText::parse).toList();
        } catch (IllegalArgumentException refusal) {
            throw new ParameterException(spec.commandLine(), refusal.getMessage());
        }
    }

    private StyleCode mix(List<WeightedCode> parts) {
        if (parts.stream().allMatch(part -> part.weight() == 0)) {
            throw new ParameterException(
                    spec.commandLine(), "all weights are 0; a mix needs at least one weight above 0");
        }
        return StyleCode.mix(parts);
    }
}
