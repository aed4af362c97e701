package org.stylecodes.cli.code;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.StyleCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options for the number of codes to draw and their seed. */
final class DrawOptions {
    private static final int MOST = 10_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same codes. Default: a new seed each time.")
    private @Nullable Long seed;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many codes to draw, 1 to 10000. Default: 1.")
    private int count;

    List<StyleCode> draw(CommandSpec command, Function<Random, StyleCode> next) {
        if (count < 1 || count > MOST) {
            throw new ParameterException(command.commandLine(), "--count is " + count + "; expected 1 to " + MOST);
        }
        Random random = seed == null ? new Random() : new Random(seed);
        return Stream.generate(() -> next.apply(random)).limit(count).toList();
    }
}
