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
 * Runs every case of a folder laid out like the golden archive: recorded inputs and outputs of the published Python
 * implementations, made with any seeds, sizes, prompts and numbers of steps. It tells whether this build, on this machine,
 * computes the same functions.
 */
public final class Conformance {
    private Conformance() {}

    /** Runs the cases on the processor. */
    public static Summary run(Path folder, Consumer<Result> results) {
        return run(folder, Device.CPU, results);
    }

    /**
     * Runs the cases one after the other. A case that breaks off has failed, and the others go on.
     *
     * @param device what computes, in float32
     * @param results is given the result of each case as soon as it is there
     * @throws ModelFormatException if there is no such folder, or no case in it
     * @throws org.stylecodes.error.StyleCodesException if this build on this machine does not have the device
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
                    folder.toString(), "there are no cases; expected a folder laid out like the golden archive");
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
            // Native code puts its stack behind the sentence.
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return Result.brokenOff(next.name(), e.getClass().getSimpleName() + ": " + message);
        }
    }
}
