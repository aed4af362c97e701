package org.stylecodes.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.Request;
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
                    "The number format for drawing: auto, float32, bfloat16 or, on a graphics card, float16. auto is bfloat16"
                            + " on graphics cards and on processors with AMX or AVX512-BF16, and float32 on others, where"
                            + " bfloat16 is slow. Codes are always computed in float32. Default: auto.")
    private PrecisionChoice precision = PrecisionChoice.AUTO;

    /** A number format, or the fastest one of the device. */
    enum PrecisionChoice {
        AUTO,
        FLOAT32,
        FLOAT16,
        BFLOAT16
    }

    /** Returns the number format for drawing. */
    Precision precision() {
        return precision == PrecisionChoice.AUTO
                ? Precision.fastest(device.device())
                : Precision.valueOf(precision.name());
    }

    /** Returns the request in the number format that the command line names, or as it is if the command line names none. */
    Request applyTo(Request request) {
        return precision == PrecisionChoice.AUTO ? request : request.precision(precision());
    }

    /** Returns the path of the model, or null for the built-in one. */
    @Nullable
    String path() {
        return ModelCatalog.ofUser().find(name).map(Path::toString).orElse(null);
    }

    /** Opens the model. The caller closes it. */
    StyleCodes open() {
        return open(name);
    }

    /** Opens another model than the option names, on the same device. The caller closes it. */
    StyleCodes open(@Nullable String name) {
        device.setThreads();
        return ModelCatalog.ofUser().open(name, new Placement(device.device(), precision()));
    }
}
