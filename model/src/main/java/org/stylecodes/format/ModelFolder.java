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
 * A model folder: a diffusers pipeline folder ({@code model_index.json}, {@code unet/}, {@code vae/}, {@code text_encoder/},
 * {@code tokenizer/}, {@code scheduler/}), and where the model has style codes, {@code image_encoder/} and {@code style/}. Or a
 * {@link SingleFile} in a folder that has the parts which it does not hold.
 * Weights are opened when they are first asked for and end with {@link #close}. Thread-safe, apart from {@link #close}.
 */
public final class ModelFolder implements AutoCloseable {
    private static final String INDEX = "model_index.json";
    private static final String CONFIG = "config.json";
    private static final String SCHEDULER = "scheduler";
    private static final String TOKENIZER = "tokenizer";

    private final Path folder;
    private final @Nullable Path checkpoint;
    private @Nullable SingleFile single; // once it was opened
    private final Map<Part, Checkpoint> opened = new EnumMap<>(Part.class);

    private ModelFolder(Path folder, @Nullable Path checkpoint) {
        this.folder = folder;
        this.checkpoint = checkpoint;
    }

    /**
     * Opens a folder, or a single-file checkpoint with the folder that it lies in; no weights are read yet.
     *
     * @throws ModelFormatException if there is no such folder or file, no {@code model_index.json} in the folder, or the file is
     *     damaged or no checkpoint
     */
    public static ModelFolder open(Path path) {
        if (Files.isRegularFile(path)) {
            @Nullable Path parent = path.getParent();
            ModelFolder opened = new ModelFolder(parent == null ? Path.of(".") : parent, path);
            if (FileSignature.of(path) == FileSignature.OTHER) {
                opened.single(path); // looks at the header alone; a PyTorch file would be read whole
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

    /** Where it is: of a single-file checkpoint, the folder that it lies in. */
    public Path path() {
        return folder;
    }

    /** Whether the folder has this part, by its configuration. */
    public boolean has(Part part) {
        return Files.isRegularFile(folder.resolve(part.folder()).resolve(CONFIG));
    }

    /**
     * A file of the folder, such as {@code tokenizer/vocab.json}.
     *
     * @throws ModelFormatException if it is not there
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
                        + ", which a single-file checkpoint does not hold; lay tokenizer/, image_encoder/ and"
                        + " style/ (or the released stylecodes.safetensors) beside it, as in a model folder");
    }

    /**
     * A JSON file of the folder, such as {@code scheduler/scheduler_config.json}.
     *
     * @throws ModelFormatException if it is not there or no JSON object
     */
    public JsonNode json(String name) {
        return JsonFile.read(file(name));
    }

    /** The configuration of a part; of one that is in a single-file checkpoint and has none beside it, that of SD1.5. */
    public Config config(Part part) {
        if (checkpoint != null && SingleFile.MAY_HOLD.contains(part) && !has(part)) {
            return Published.config(part);
        }
        String name = part.folder() + "/" + CONFIG;
        return Config.of(folder.resolve(name).toString(), json(name));
    }

    /** The configuration of the noise schedule; that of SD1.5 for a single-file checkpoint that has none beside it. */
    public Config scheduler() {
        String name = SCHEDULER + "/scheduler_config.json";
        if (checkpoint != null && !Files.isRegularFile(folder.resolve(name))) {
            return Published.scheduler();
        }
        return Config.of(folder.resolve(name).toString(), json(name));
    }

    /** Whether there is a folder of the tokenizer. */
    public boolean hasTokenizer() {
        return Files.isDirectory(folder.resolve(TOKENIZER));
    }

    /**
     * The folder of the tokenizer.
     *
     * @throws ModelFormatException if it is not there
     */
    public Path tokenizer() {
        if (!hasTokenizer()) {
            file(TOKENIZER + "/vocab.json"); // says what is missing
        }
        return folder.resolve(TOKENIZER);
    }

    /** The weights of a part on the processor, in float32. */
    public Weights weights(Part part) {
        return weights(part, Placement.CPU);
    }

    /**
     * The weights of a part, under the names that the networks ask for.
     *
     * @throws ModelFormatException if the folder has no weights of the part or they are damaged
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
     * Writes a part of a model folder: {@code config.json} and one safetensors file, each of them whole or not at all.
     *
     * @param folder the model folder; made where there is none
     * @param tensors by the names that the networks ask for
     * @param half whether to round floating tensors to half precision
     * @throws org.stylecodes.error.StyleCodesException if a file cannot be written
     */
    public static void write(Path folder, Part part, JsonNode config, Map<String, Tensor> tensors, boolean half) {
        Path into = folder.resolve(part.folder());
        Path weights = into.resolve(part.stem() + ".safetensors");
        // Readers of the Python world refuse files that do not say which framework wrote them.
        Map<String, String> metadata = Map.of("format", "pt");
        if (half) {
            Safetensors.writeHalf(weights, tensors, metadata);
        } else {
            Safetensors.write(weights, tensors, metadata);
        }
        writeJson(into.resolve(CONFIG), config);
    }

    /** Writes a JSON file, whole or not at all; the folder is made where there is none. */
    public static void writeJson(Path file, JsonNode json) {
        JsonFile.write(file, json);
    }
}
