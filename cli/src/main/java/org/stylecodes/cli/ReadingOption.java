package org.stylecodes.cli;

import org.stylecodes.image.ReadOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that limits the size of the pictures that are read. */
final class ReadingOption {
    private ReadOptions options = ReadOptions.DEFAULT;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--max-pixels",
            paramLabel = "N",
            description =
                    "The most pixels (width times height) that a picture to read may have. Reading takes up to 12 bytes of"
                            + " memory per pixel. Default: 67108864.")
    private void setMaxPixels(long pixels) {
        try {
            options = options.withMaxPixels(pixels);
        } catch (IllegalArgumentException refusal) {
            throw new ParameterException(
                    command.commandLine(), "Invalid value for option '--max-pixels': " + refusal.getMessage());
        }
    }

    /** Returns the options to pass to {@link org.stylecodes.image.Pictures}. */
    ReadOptions options() {
        return options;
    }
}
