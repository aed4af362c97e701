package org.stylecodes.cli;

import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Engine;
import picocli.CommandLine.Option;

/** The option that limits how many threads compute. */
final class ThreadsOption {
    private static final int MAX = 1024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads of the processor one operation uses. Another number may round differently."
                    + " Default: one for each physical core.")
    private @Nullable Integer threads;

    /**
     * Sets the number of threads if the command line has one.
     *
     * @throws BadValueException if it is not from 1 to 1024
     */
    void apply() {
        if (threads == null) {
            return;
        }
        if (threads < 1 || threads > MAX) {
            throw new BadValueException("--threads is " + threads + "; expected 1 to " + MAX);
        }
        Engine.threads(threads);
    }
}
