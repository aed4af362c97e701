package org.stylecodes.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.stylecodes.Placement;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Checkpoint;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.format.TensorFile;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Weights;

/**
 * The part of a model that reads and applies style codes: a {@code style} folder, or the released checkpoint beside the other
 * parts. The released checkpoint has no configuration of its own.
 *
 * @param weights gives the weights for a placement
 * @param released whether this is the released checkpoint, which draws in the base's default size
 * @param heldBytes tells how many bytes of the file stay in memory beside the weights
 * @param closing frees the weights
 */
record StylePart(
        StyleConfig config,
        Function<Placement, Weights> weights,
        boolean released,
        LongSupplier heldBytes,
        Runnable closing) {
    private static final List<String> RELEASED = List.of("stylecodes.safetensors", "stylecodes.bin");

    static StylePart open(ModelFolder folder) {
        if (folder.has(Part.STYLE)) {
            return new StylePart(
                    StyleConfig.of(folder.config(Part.STYLE)),
                    placement -> folder.weights(Part.STYLE, placement),
                    false,
                    () -> folder.heldBytes(List.of(Part.STYLE)),
                    () -> {});
        }
        Path file = released(folder.path());
        Checkpoint checkpoint = Checkpoint.open(Part.STYLE, file);
        try {
            return new StylePart(
                    StyleConfig.released(file.toString(), checkpoint.weights()),
                    checkpoint::weights,
                    true,
                    () -> TensorFile.heldBytes(file),
                    checkpoint::close);
        } catch (RuntimeException e) {
            checkpoint.close();
            throw e;
        }
    }

    private static Path released(Path folder) {
        return RELEASED.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(
                        () -> new ModelFormatException(
                                folder.toString(),
                                "has no style part: expected style/config.json, or one of "
                                        + RELEASED
                                        + "; train a style branch for this base, or copy the released checkpoint into the folder"));
    }
}
