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
                "Draw random style codes from the distribution of the codes that a model saw in training, so that the"
                        + " model draws them as styles.",
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

    /** The distribution that codes are drawn from. */
    static final class Source {
        @Option(
                names = "--model",
                paramLabel = "MODEL",
                description = "The model: a folder or a name. Default: the built-in model.")
        @Nullable
        String model;

        @Option(
                names = "--uniform",
                description =
                        "Draw each level uniformly from 0 to 63. Such codes belong to no model and are seldom a style"
                                + " to any.")
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
