package org.stylecodes.format;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stylecodes.error.ModelFormatException;

/**
 * A single-file checkpoint, as used by AUTOMATIC1111 and similar programs: the UNet, VAE and text encoder of a model of the SD1.5
 * family, under the names of the original latent diffusion code. The numbers of layers and levels are derived from the names. All other
 * tensors of the file are ignored. {@link #close} frees the tensors. Thread-safe, apart from {@link #close}.
 */
public final class SingleFile implements AutoCloseable {
    private static final Map<Part, String> PREFIXES = new EnumMap<>(Map.of(
            Part.UNET, "model.diffusion_model.",
            Part.VAE, "first_stage_model.",
            Part.TEXT_ENCODER, "cond_stage_model.transformer."));

    /** The parts that a single-file checkpoint can contain. */
    static final Set<Part> MAY_HOLD = Set.copyOf(PREFIXES.keySet());

    private final TensorFile file;
    private final Map<Part, Checkpoint> parts = new EnumMap<>(Part.class);

    private SingleFile(TensorFile file) {
        this.file = file;
    }

    /**
     * Opens a checkpoint in the safetensors or PyTorch format.
     *
     * @throws ModelFormatException if the file is missing or damaged, or one of the three parts has a name that models of the SD1.5
     *     family do not have
     */
    public static SingleFile open(Path path) {
        TensorFile file = TensorFile.open(path);
        SingleFile opened = new SingleFile(file);
        try {
            Set<String> stored = file.shapes().keySet();
            PREFIXES.forEach((part, prefix) -> {
                SortedMap<String, String> names = names(path.toString(), part, below(prefix, stored));
                if (!names.isEmpty()) {
                    opened.parts.put(part, Checkpoint.of(part, path.toString(), file, names));
                }
            });
            if (opened.parts.isEmpty()) {
                throw new ModelFormatException(
                        path.toString(),
                        "is not a single-file checkpoint: no tensor name begins with one of " + PREFIXES.values());
            }
            return opened;
        } catch (ModelFormatException e) {
            opened.close();
            throw e;
        }
    }

    /** The parts that the file contains. */
    public Set<Part> parts() {
        return Set.copyOf(parts.keySet());
    }

    /**
     * The tensors of a part under the names of diffusers. This object owns them.
     *
     * @throws IllegalArgumentException if the file does not contain the part
     */
    public Checkpoint part(Part part) {
        Checkpoint held = parts.get(part);
        if (held == null) {
            throw new IllegalArgumentException("the file contains " + parts.keySet() + ", not " + part);
        }
        return held;
    }

    @Override
    public void close() {
        parts.values().forEach(Checkpoint::close);
        file.close();
    }

    private static Set<String> below(String prefix, Set<String> stored) {
        return stored.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    // Canonical name to full name in the file
    private static SortedMap<String, String> names(String file, Part part, Set<String> stored) {
        SingleFileNames known =
                switch (part) {
                    case UNET -> SingleFileUnet.of(stored);
                    case VAE -> SingleFileVae.of(stored);
                    default -> Optional::of;
                };
        SortedMap<String, String> names = new TreeMap<>();
        for (String name : stored) {
            String whole = PREFIXES.get(part) + name;
            String renamed = known.canonical(name)
                    .orElseThrow(() -> new ModelFormatException(
                            file, whole, -1, "is not a tensor of a model of the SD1.5 family"));
            part.canonical(renamed).ifPresent(canonical -> names.put(canonical, whole));
        }
        return names;
    }
}
