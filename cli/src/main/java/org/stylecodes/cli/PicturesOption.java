package org.stylecodes.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where pictures go, of which there may be several. */
final class PicturesOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "The PNG to write, replaced if it is there; - for standard output. Of several pictures the second is"
                            + " called FILE-2.png; %%d in the name stands for the number. Default: a new file in this folder.")
    private @Nullable String name;

    /** The files. */
    OutputFiles files() {
        return new OutputFiles(name);
    }
}
