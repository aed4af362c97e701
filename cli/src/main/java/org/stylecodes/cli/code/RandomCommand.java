package org.stylecodes.cli.code;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.StyleCode;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws random codes. */
@Command(
        name = "random",
        description =
                "Draw random style codes that look like styles to a model: from the distribution of the codes that"
                        + " it saw in training.",
        footer = {
            "",
            "Examples:",
            "  stylecodes code random --count 9",
            "  stylecodes code random --model models/sd15 --seed 238"
        })
final class RandomCommand implements Callable<Integer> {
    private final CodeSource.Finder models;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @ArgGroup
    private @Nullable Source source;

    @Mixin
    private DrawOptions drawing;

    @Mixin
    private CodeOutput output;

    RandomCommand(CodeSource.Finder models) {
        this.models = models;
    }

    /** Where codes are drawn from. */
    static final class Source {
        @Option(
                names = "--model",
                paramLabel = "MODEL",
                description = "The model, a folder or a name. Default: the built-in one.")
        @Nullable
        String model;

        @Option(
                names = "--uniform",
                description = "Draw every level from 0 to 63 alike: of no model, and seldom a style to any.")
        boolean uniform;
    }

    @Override
    public Integer call() {
        if (source != null && source.uniform) {
            print(drawing.draw(spec, StyleCode::uniform), null);
        } else {
            CodeSource codes = models.find(source == null ? null : source.model);
            print(drawing.draw(spec, codes.distribution()::draw), codes.modelId());
        }
        return CommandLine.ExitCode.OK;
    }

    private void print(List<StyleCode> codes, @Nullable String modelId) {
        output.print(spec.commandLine().getOut(), codes, modelId);
    }
}
