package org.stylecodes.train.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.format.Safetensors;
import org.stylecodes.pipeline.Networks;

/** Copies a trained model folder for distribution: configurations as they are, weights in float16. */
public final class ModelRelease {
    private ModelRelease() {}

    /**
     * Writes the copy. Existing files of the same names are replaced.
     *
     * @param from a model folder whose stages are all finished
     * @param to the folder of the copy, created if it does not exist
     * @throws InvalidRequestException if both folders are the same, or the copy is to be inside the model
     * @throws org.stylecodes.error.ModelFormatException if a part is missing or does not fit the others; nothing is written then
     */
    public static void write(Path from, Path to) {
        Path model = from.toAbsolutePath().normalize();
        Path copy = to.toAbsolutePath().normalize();
        if (copy.startsWith(model)) {
            throw new InvalidRequestException(to + " is " + (copy.equals(model) ? "" : "inside ")
                    + "the folder of the model itself; choose another folder for the copy");
        }
        requireComplete(from);
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
            throw new EnvironmentException("cannot copy " + from + " to " + to + ": " + failed.getMessage(), failed);
        }
    }

    // Reading every part checks its tensors against its configuration, and the configurations against each other.
    private static void requireComplete(Path model) {
        try (Networks networks = Networks.open(model)) {
            networks.tokenizer();
            networks.schedule();
            networks.preprocessor();
            networks.textEncoder();
            networks.imageEncoder();
            networks.autoencoder();
            networks.unet();
            networks.vae();
        }
    }

    private static void halve(Path file, Path target) {
        Map<String, Tensor> tensors = Safetensors.load(file);
        try {
            Safetensors.writeHalf(target, tensors, Map.of("format", "pt"));
        } finally {
            tensors.values().forEach(Tensor::close);
        }
    }
}
