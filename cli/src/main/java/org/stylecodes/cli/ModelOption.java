package org.stylecodes.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.StyleCodes;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose the model, its device and its precision. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "A model folder, a single-file checkpoint with the parts that it lacks beside it, or the name of a model"
                            + " in ~/.stylecodes/models (STYLECODES_HOME/models). Default: the built-in model.")
    private @Nullable String name;

    @Mixin
    private DeviceOption device;

    @Option(
            names = "--precision",
            paramLabel = "TYPE",
            description =
                    "The number format for drawing on a graphics card: float32, float16 or bfloat16. Codes are always"
                            + " computed in float32. Default: float32.")
    private Precision precision = Precision.FLOAT32;

    /** Returns the number format for drawing. */
    Precision precision() {
        return precision;
    }

    /** Returns the path of the model, or null for the built-in one. */
    @Nullable
    String path() {
        return ModelCatalog.ofUser().find(name).map(Path::toString).orElse(null);
    }

    /** Opens the model. The caller closes it. */
    StyleCodes open() {
        device.setThreads();
        return ModelCatalog.ofUser().open(name, new Placement(device.device(), precision));
    }
}
