package org.stylecodes.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.stylecodes.Device;
import org.stylecodes.Placement;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.sampler.UnknownSamplerException;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Scope;

/**
 * Runs every case of a folder with the layout of the golden archive: recorded inputs and outputs of the published Python implementations,
 * with any seeds, sizes, prompts and numbers of steps. The results tell whether this build, on this machine, computes the same functions.
 */
public final class Conformance {
    private Conformance() {}

    /** Runs the cases on the CPU. */
    public static Summary run(Path folder, Consumer<Result> results) {
        return run(folder, Device.CPU, results);
    }

    /**
     * Runs the cases one after another. A case that throws counts as failed, and the run continues.
     *
     * @param device computes the cases, in float32
     * @param results receives the result of each case as soon as it is known
     * @throws ModelFormatException if the folder does not exist or has no cases
     * @throws org.stylecodes.error.StyleCodesException if this build or this machine does not have the device
     */
    public static Summary run(Path folder, Device device, Consumer<Result> results) {
        Devices.requireAvailable(device);
        if (!Files.isDirectory(folder)) {
            throw new ModelFormatException(folder.toString(), "there is no such folder");
        }
        Summary summary = new Summary(0, 0, 0);
        try (Archive archive = new Archive(folder, Placement.on(device))) {
            for (Case next : Case.all(archive)) {
                Result result = result(archive, next);
                results.accept(result);
                summary = summary.plus(result.status());
            }
        }
        if (summary.equals(new Summary(0, 0, 0))) {
            throw new ModelFormatException(
                    folder.toString(), "there are no cases; expected a folder with the layout of the golden archive");
        }
        return summary;
    }

    private static Result result(Archive archive, Case next) {
        Comparison comparison = new Comparison();
        try {
            Scope.run(() -> next.check().run(archive, next.file(), comparison));
            return comparison.result(next.name());
        } catch (SkippedException | UnknownSamplerException e) {
            return Result.skipped(next.name(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Only the first line: native code appends its stack trace.
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return Result.brokenOff(next.name(), e.getClass().getSimpleName() + ": " + message);
        }
    }
}
