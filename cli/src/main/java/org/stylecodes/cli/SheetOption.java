package org.stylecodes.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a sheet goes. */
final class SheetOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "The PNG to write the sheet to, replaced if it is there; - for standard output. Default: a new file"
                            + " in this folder.")
    private @Nullable String name;

    /** The file. */
    OutputFiles files() {
        return new OutputFiles(name);
    }
}
