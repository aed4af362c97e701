package org.stylecodes.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import org.stylecodes.image.ReadOptions;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option for the styles to draw in. */
final class StyleOption {
    @Option(
            names = "--style",
            paramLabel = "STYLE[::WEIGHT]",
            preprocessor = HyphenFirst.class,
            description =
                    "A style code in any form, or a picture that has the style. Repeatable: several styles are mixed in"
                            + " proportion to their weights. A weight that is not given is 1.")
    private List<String> texts = new ArrayList<>();

    /** Reads the styles, and their pictures, in the order given. */
    List<StyleArgument> read(ReadOptions options) {
        return texts.stream().map(text -> StyleArgument.parse(text, options)).toList();
    }

    /** Keeps a code that begins with a hyphen from being parsed as an option, by adding a space, which code parsing ignores. */
    static final class HyphenFirst implements IParameterPreprocessor {
        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            if (!arguments.isEmpty() && arguments.peek().matches("-[A-Za-z0-9_-]{19}(::.*)?")) {
                arguments.push(" " + arguments.pop());
            }
            return false; // the value is still to be assigned
        }
    }
}
