package org.stylecodes.cli.code;

import org.jspecify.annotations.Nullable;
import org.stylecodes.code.SharedCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option for the model that codes belong to if they do not name it themselves. */
final class ModelIdOption {
    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "The id of the codes' model, for printing the shared form. Shared codes name their model"
                    + " themselves; a shared code of another model is refused.")
    private @Nullable String id;

    /**
     * Returns the id, or null if it is not given.
     *
     * @throws ParameterException if the id is malformed
     */
    @Nullable
    String id(CommandSpec command) {
        if (id != null && !SharedCode.isModelId(id)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--model is '" + id
                            + "'; expected an id of 1 to 16 characters from a-z, 0-9 and -, beginning with a"
                            + " letter");
        }
        return id;
    }
}
