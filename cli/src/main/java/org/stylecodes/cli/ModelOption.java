package org.stylecodes.cli;

import org.jspecify.annotations.Nullable;
import org.stylecodes.StyleCodes;
import picocli.CommandLine.Option;

/** Which model does the work. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "A model folder, or the name of one in ~/.stylecodes/models (STYLECODES_HOME/models)."
                    + " Default: the built-in model.")
    private @Nullable String name;

    /** Opens it; the caller closes it. */
    StyleCodes open() {
        return Models.ofUser().open(name);
    }
}
