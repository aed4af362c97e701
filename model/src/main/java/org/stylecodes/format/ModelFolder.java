package org.stylecodes.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Placement;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Weights;

/**
 * A model folder, in one of two forms. The first is a diffusers pipeline folder ({@code model_index.json}, {@code unet/}, {@code vae/},
 * {@code text_encoder/}, {@code tokenizer/}, {@code scheduler/}), with {@code image_encoder/} and {@code style/} if the model has style
 * codes. The second is a {@link SingleFile}, with the parts that it does not contain in the folder around it.
 *
 * <p>Weights are opened on first use, and {@link #close} frees them. Thread-safe, apart from {@link #close}.
 */
public final class ModelFolder implements AutoCloseable {
    private static final String INDEX = "model_index.json";
    private static final String CONFIG = "config.json";
    private static final String SCHEDULER = "scheduler";
    private static final String TOKENIZER = "tokenizer";

    private final Path folder;
    private final @Nullable Path checkpoint;
    private @Nullable SingleFile single; // null until it is opened
    private final Map<Part, Checkpoint> opened = new EnumMap<>(Part.class);

    private ModelFolder(Path folder, @Nullable Path checkpoint) {
        this.folder = folder;
        this.checkpoint = checkpoint;
    }

    /**
     * Opens a model folder, or a single-file checkpoint together with the folder that contains it. No weights are read yet.
     *
     * @throws ModelFormatException if the folder or file does not exist, the folder has no {@code model_index.json}, or the file is
     *     damaged or is not a checkpoint
     */
    public static ModelFolder open(Path path) {
        if (Files.isRegularFile(path)) {
            @Nullable Path parent = path.getParent();
            ModelFolder opened = new ModelFolder(parent == null ? Path.of(".") : parent, path);
            if (FileSignature.of(path) == FileSignature.OTHER) {
                opened.single(path); // cheap: reads only the header, while a PyTorch file would be read completely
            }
            return opened;
        }
        if (!Files.isDirectory(path)) {
            throw new ModelFormatException(path.toString(), "there is no such folder or file");
        }
        ModelFolder opened = new ModelFolder(path, null);
        opened.json(INDEX);
        return opened;
    }

    /** The folder, or the folder that contains the single-file checkpoint. */
    public Path path() {
        return folder;
    }

    /** Whether the folder has a configuration of this part. */
    public boolean has(Part part) {
        return Files.isRegularFile(folder.resolve(part.folder()).resolve(CONFIG));
    }

    /**
     * The path of a file in the folder, such as {@code tokenizer/vocab.json}.
     *
     * @throws ModelFormatException if the file does not exist
     */
    public Path file(String name) {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file)) {
            return file;
        }
        if (checkpoint == null) {
            throw new ModelFormatException(folder.toString(), "there is no " + name + " in this model folder");
        }
        throw new ModelFormatException(
                checkpoint.toString(),
                "there is no " + file
                        + ", and a single-file checkpoint does not contain it; put tokenizer/, image_encoder/ and"
                        + " style/ (or the released stylecodes.safetensors) into its folder, as in a model folder");
    }

    /**
     * Reads a JSON file of the folder, such as {@code scheduler/scheduler_config.json}.
     *
     * @throws ModelFormatException if the file does not exist or is not a JSON object
     */
    public JsonNode json(String name) {
        return JsonFile.read(file(name));
    }

    /** The configuration of a part. A part of a single-file checkpoint without its own configuration has that of SD1.5. */
    public Config config(Part part) {
        if (checkpoint != null && SingleFile.MAY_HOLD.contains(part) && !has(part)) {
            return Published.config(part);
        }
        String name = part.folder() + "/" + CONFIG;
        return Config.of(folder.resolve(name).toString(), json(name));
    }

    /** The configuration of the noise schedule. A single-file checkpoint without its own has that of SD1.5. */
    public Config scheduler() {
        String name = SCHEDULER + "/scheduler_config.json";
        if (checkpoint != null && !Files.isRegularFile(folder.resolve(name))) {
            return Published.scheduler();
        }
        return Config.of(folder.resolve(name).toString(), json(name));
    }

    /** Whether the model has a tokenizer folder. */
    public boolean hasTokenizer() {
        return Files.isDirectory(folder.resolve(TOKENIZER));
    }

    /**
     * The tokenizer folder.
     *
     * @throws ModelFormatException if it does not exist
     */
    public Path tokenizer() {
        if (!hasTokenizer()) {
            file(TOKENIZER + "/vocab.json"); // throws with the message for a missing file
        }
        return folder.resolve(TOKENIZER);
    }

    /** The weights of a part, on the CPU in float32. */
    public Weights weights(Part part) {
        return weights(part, Placement.CPU);
    }

    /**
     * The weights of a part, under the names that the networks use.
     *
     * @throws ModelFormatException if the folder has no weights of the part, or they are damaged
     */
    public synchronized Weights weights(Part part, Placement placement) {
        if (checkpoint != null && SingleFile.MAY_HOLD.contains(part)) {
            SingleFile held = single(checkpoint);
            if (held.parts().contains(part)) {
                return held.part(part).weights(placement);
            }
        }
        return opened.computeIfAbsent(part, p -> {
                    Path from = folder.resolve(p.folder());
                    WeightFiles files = WeightFiles.find(from);
                    return Checkpoint.open(p, files.named(), files.shards());
                })
                .weights(placement);
    }

    /** Frees the weights of all parts. */
    @Override
    public synchronized void close() {
        opened.values().forEach(Checkpoint::close);
        opened.clear();
        if (single != null) {
            single.close();
            single = null;
        }
    }

    private synchronized SingleFile single(Path file) {
        if (single == null) {
            single = SingleFile.open(file);
        }
        return single;
    }

    /**
     * Writes a part of a model folder: {@code config.json} and one safetensors file, each atomically.
     *
     * @param folder the model folder, created if it does not exist
     * @param tensors by the names that the networks use
     * @param half whether to round floating-point tensors to float16
     * @throws org.stylecodes.error.StyleCodesException if a file cannot be written
     */
    public static void write(Path folder, Part part, JsonNode config, Map<String, Tensor> tensors, boolean half) {
        Path into = folder.resolve(part.folder());
        Path weights = into.resolve(part.stem() + ".safetensors");
        // Python libraries such as transformers refuse files that do not name the framework that wrote them.
        Map<String, String> metadata = Map.of("format", "pt");
        if (half) {
            Safetensors.writeHalf(weights, tensors, metadata);
        } else {
            Safetensors.write(weights, tensors, metadata);
        }
        writeJson(into.resolve(CONFIG), config);
    }

    /** Writes a JSON file atomically. Creates the folder if it does not exist. */
    public static void writeJson(Path file, JsonNode json) {
        JsonFile.write(file, json);
    }
}
