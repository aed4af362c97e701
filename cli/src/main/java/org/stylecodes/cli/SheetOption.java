package org.stylecodes.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for the output of a sheet. */
final class SheetOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "The PNG to write the sheet to; an existing file is replaced. - is standard output. Default: a new file"
                            + " in this folder.")
    private @Nullable String name;

    OutputFiles files() {
        return new OutputFiles(name);
    }
}
