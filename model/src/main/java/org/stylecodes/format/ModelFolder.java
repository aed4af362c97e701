package org.stylecodes.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
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

    /**
     * How many bytes of the weight files of these parts stay in memory beside the weights. The files are not opened for it.
     *
     * @throws ModelFormatException if the folder has no weights of a part
     */
    public long heldBytes(Collection<Part> parts) {
        Stream<Path> files = parts.stream()
                .filter(part -> checkpoint == null || !SingleFile.MAY_HOLD.contains(part))
                .map(part -> WeightFiles.find(folder.resolve(part.folder())))
                .flatMap(found -> found.shards().stream());
        return Stream.concat(Stream.ofNullable(checkpoint), files)
                .mapToLong(TensorFile::heldBytes)
                .sum();
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
     * @param part the name of the part's folder; not only of a {@link Part}
     * @param tensors by the names that the networks use
     * @param half whether to round floating-point tensors to float16
     * @throws org.stylecodes.error.StyleCodesException if a file cannot be written
     */
    public static void write(Path folder, String part, JsonNode config, Map<String, Tensor> tensors, boolean half) {
        Path weights = weightsFile(folder, part);
        // Python libraries such as transformers refuse files that do not name the framework that wrote them.
        Map<String, String> metadata = Map.of("format", "pt");
        if (half) {
            Safetensors.writeHalf(weights, tensors, metadata);
        } else {
            Safetensors.write(weights, tensors, metadata);
        }
        JsonFile.write(folder.resolve(part).resolve(CONFIG), config);
    }

    /** The file to which {@link #write} writes the tensors of a part. */
    public static Path weightsFile(Path folder, String part) {
        String stem = Arrays.stream(Part.values())
                .filter(known -> known.folder().equals(part))
                .findFirst()
                .map(Part::stem)
                .orElse(Part.UNET.stem());
        return folder.resolve(part).resolve(stem + ".safetensors");
    }
}
