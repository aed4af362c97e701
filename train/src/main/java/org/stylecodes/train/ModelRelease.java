package org.stylecodes.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.format.Safetensors;

/** Copies a trained model folder for others: configurations as they are, weights in half precision. */
public final class ModelRelease {
    private ModelRelease() {}

    /**
     * Writes the copy; files of the same name are replaced.
     *
     * @param from a model folder whose stages are all done
     * @param to the folder to fill, made where it is missing
     */
    public static void write(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (file.toString().endsWith(".safetensors")) {
                    halve(file, target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException failed) {
            throw new TrainingException("cannot copy " + from + " to " + to + ": " + failed.getMessage(), failed);
        }
    }

    private static void halve(Path file, Path target) {
        Map<String, Tensor> tensors = Safetensors.load(file);
        Safetensors.writeHalf(target, tensors, Map.of("format", "pt"));
        tensors.values().forEach(Tensor::close);
    }
}
