package org.stylecodes.cli.code;

import org.jspecify.annotations.Nullable;
import org.stylecodes.code.SharedCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The model that codes are of, where they do not name it themselves. */
final class ModelIdOption {
    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "The id of the codes' model, which the shared form names; codes of another model are refused."
                    + " Shared codes name it themselves.")
    private @Nullable String id;

    /** The id, if given; a malformed one ends the command. */
    @Nullable
    String id(CommandSpec command) {
        if (id != null && !SharedCode.isModelId(id)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--model is '" + id + "'; expected an id, 1 to 16 of a-z, 0-9 and -, a letter first");
        }
        return id;
    }
}
