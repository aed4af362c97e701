package org.stylecodes.cli;

import org.stylecodes.image.ReadOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How large the pictures may be that are read. */
final class ReadingOption {
    private ReadOptions options = ReadOptions.DEFAULT;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--max-pixels",
            paramLabel = "N",
            description =
                    "Refuse to read pictures of more than so many pixels, width times height; reading takes up to 12"
                            + " bytes of memory for each. Default: 67108864.")
    private void setMaxPixels(long pixels) {
        try {
            options = options.withMaxPixels(pixels);
        } catch (IllegalArgumentException refusal) {
            throw new ParameterException(
                    command.commandLine(), "Invalid value for option '--max-pixels': " + refusal.getMessage());
        }
    }

    /** For {@link org.stylecodes.image.Pictures}. */
    ReadOptions options() {
        return options;
    }
}
