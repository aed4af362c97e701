package org.stylecodes.format;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.ModelFormatException;

/**
 * A single-file checkpoint as AUTOMATIC1111 and its kind use them: the UNet, VAE and text encoder of an SD1.5-family model
 * under the names of the original code. The numbers of layers and levels are read off the names; nothing else of the file's is
 * used. Tensors end with {@link #close}. Thread-safe, apart from {@link #close}.
 */
public final class SingleFile implements AutoCloseable {
    private static final Map<Part, String> PREFIXES = new EnumMap<>(Map.of(
            Part.UNET, "model.diffusion_model.",
            Part.VAE, "first_stage_model.",
            Part.TEXT_ENCODER, "cond_stage_model.transformer."));

    /** The parts that there are names for. */
    static final Set<Part> MAY_HOLD = Set.copyOf(PREFIXES.keySet());

    private final TensorFile file;
    private final Map<Part, Checkpoint> parts = new EnumMap<>(Part.class);

    private SingleFile(TensorFile file) {
        this.file = file;
    }

    /**
     * Opens a checkpoint, safetensors or PyTorch.
     *
     * @throws ModelFormatException if the file is missing or damaged, or has names in one of the three parts that are not
     *     those of the SD1.5 family
     */
    public static SingleFile open(Path path) {
        TensorFile file = TensorFile.open(path);
        SingleFile opened = new SingleFile(file);
        try {
            SortedMap<String, Tensor> tensors = file.tensors();
            PREFIXES.forEach((part, prefix) -> {
                SortedMap<String, Tensor> renamed = renamed(path.toString(), part, below(prefix, tensors));
                if (!renamed.isEmpty()) {
                    opened.parts.put(part, Checkpoint.of(part, path.toString(), renamed));
                }
            });
            if (opened.parts.isEmpty()) {
                throw new ModelFormatException(
                        path.toString(),
                        "is no single-file checkpoint: no name begins with one of " + PREFIXES.values());
            }
            return opened;
        } catch (ModelFormatException e) {
            opened.close();
            throw e;
        }
    }

    /** The parts that the file holds. */
    public Set<Part> parts() {
        return Set.copyOf(parts.keySet());
    }

    /**
     * The tensors of a part under the names of diffusers; this object owns them.
     *
     * @throws IllegalArgumentException if the file does not hold the part
     */
    public Checkpoint part(Part part) {
        Checkpoint held = parts.get(part);
        if (held == null) {
            throw new IllegalArgumentException("the file holds " + parts.keySet() + ", not " + part);
        }
        return held;
    }

    @Override
    public void close() {
        parts.values().forEach(Checkpoint::close);
        file.close();
    }

    private static SortedMap<String, Tensor> below(String prefix, SortedMap<String, Tensor> tensors) {
        return tensors.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(prefix.length()),
                        Map.Entry::getValue,
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static SortedMap<String, Tensor> renamed(String file, Part part, SortedMap<String, Tensor> tensors) {
        SingleFileNames names =
                switch (part) {
                    case UNET -> SingleFileUnet.of(tensors.keySet());
                    case VAE -> SingleFileVae.of(tensors.keySet());
                    default -> Optional::of;
                };
        SortedMap<String, Tensor> renamed = new TreeMap<>();
        tensors.forEach((name, tensor) -> names.canonical(name)
                .orElseThrow(() -> new ModelFormatException(
                        file, PREFIXES.get(part) + name, -1, "is not known in a model of the SD1.5 family")));
        tensors.forEach((name, tensor) ->
                names.canonical(name).flatMap(part::canonical).ifPresent(canonical -> renamed.put(canonical, tensor)));
        return renamed;
    }
}
