package org.stylecodes.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for the output of one or several pictures. */
final class PicturesOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "The PNG to write; an existing file is replaced. - is standard output. The second of several pictures"
                            + " goes to FILE-2.png, or a %%d in the name stands for its number. Default: a new file in this"
                            + " folder.")
    private @Nullable String name;

    OutputFiles files() {
        return new OutputFiles(name);
    }
}
