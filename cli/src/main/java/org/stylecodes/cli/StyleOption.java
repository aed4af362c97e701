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

/** The styles of what is drawn. */
final class StyleOption {
    @Option(
            names = "--style",
            paramLabel = "STYLE[::WEIGHT]",
            preprocessor = HyphenFirst.class,
            description =
                    "A style code in any form, or a picture that has the style. Several are mixed by their weights,"
                            + " which are 1 where not given.")
    private List<String> texts = new ArrayList<>();

    /** The styles in the order given; pictures are read. */
    List<StyleArgument> read(ReadOptions options) {
        return texts.stream().map(text -> StyleArgument.parse(text, options)).toList();
    }

    /** Lets a code begin with a hyphen without being taken for an option: white space before a code means nothing. */
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
