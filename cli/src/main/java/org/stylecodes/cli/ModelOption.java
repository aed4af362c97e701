package org.stylecodes.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.StyleCodes;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which model does the work, and on what. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "A model folder, a single-file checkpoint beside the parts that it lacks, or the name of one in ~/.stylecodes/models (STYLECODES_HOME/models)."
                            + " Default: the built-in model.")
    private @Nullable String name;

    @Mixin
    private DeviceOption device;

    @Option(
            names = "--precision",
            paramLabel = "TYPE",
            description =
                    "What a graphics card draws in: float32, float16 or bfloat16; codes are always made in float32."
                            + " Default: float32.")
    private Precision precision = Precision.FLOAT32;

    /** What it draws in. */
    Precision precision() {
        return precision;
    }

    /** The path of the model, or null for the built-in one. */
    @Nullable
    String path() {
        return ModelCatalog.ofUser().find(name).map(Path::toString).orElse(null);
    }

    /** Opens it; the caller closes it. */
    StyleCodes open() {
        return ModelCatalog.ofUser().open(name, new Placement(device.device(), precision));
    }
}
