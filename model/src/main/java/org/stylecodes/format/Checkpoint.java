package org.stylecodes.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Placement;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Weights;

/**
 * The tensors of one {@link Part} from one or several published files, under the names that the networks use. Opening a checkpoint
 * reads only the shapes. The data of {@link #weights} is read when a network first requests it. This object owns that data, callers must
 * not change it in place, and {@link #close} frees it. Thread-safe, apart from {@link #close}.
 */
public final class Checkpoint implements AutoCloseable {
    // Old files store the linear layers of the VAE's attention as 1x1 convolutions.
    private static final Pattern ATTENTION_WEIGHT =
            Pattern.compile(".+\\.attentions\\.\\d+\\.(to_q|to_k|to_v|to_out\\.0)\\.weight");

    private final String file;
    private final List<TensorFile> files;
    private final SortedMap<String, long[]> shapes = new TreeMap<>();
    private final Map<String, Supplier<Tensor>> numbers = new HashMap<>();
    private final Map<Placement, Map<String, Tensor>> converted = new ConcurrentHashMap<>();

    private Checkpoint(String file, List<TensorFile> files) {
        this.file = file;
        this.files = files;
    }

    /**
     * Opens a file of one part: safetensors or PyTorch, such as the released {@code stylecodes.bin} for {@link Part#STYLE}.
     *
     * @throws ModelFormatException if the file is missing or damaged, or has no tensor of the part
     */
    public static Checkpoint open(Part part, Path file) {
        return open(part, file, List.of(file));
    }

    /** Opens the shards of a part. Messages name the file {@code named}. */
    static Checkpoint open(Part part, Path named, List<Path> shards) {
        List<TensorFile> files = new ArrayList<>();
        Checkpoint opened = new Checkpoint(named.toString(), files);
        try {
            for (Path shard : shards) {
                TensorFile next = TensorFile.open(shard);
                files.add(next);
                next.shapes().forEach((name, shape) -> part.canonical(name)
                        .ifPresent(canonical -> opened.add(part, canonical, shape, () -> next.read(name))));
            }
            opened.requireTensors(part);
            return opened;
        } catch (ModelFormatException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Selects the tensors of a part from an open file. The file is not owned; it must stay open as long as the result is used.
     *
     * @param name of the file, for messages
     * @param names the names in the file, by the names that the networks use
     */
    static Checkpoint of(Part part, String name, TensorFile file, Map<String, String> names) {
        Checkpoint selected = new Checkpoint(name, List.of());
        SortedMap<String, long[]> shapes = file.shapes();
        names.forEach((canonical, stored) -> selected.add(
                part, canonical, Objects.requireNonNull(shapes.get(stored), stored), () -> file.read(stored)));
        selected.requireTensors(part);
        return selected;
    }

    /** The shapes of the tensors by name. */
    public SortedMap<String, long[]> shapes() {
        return Collections.unmodifiableSortedMap(shapes);
    }

    /** The tensors for a network, on the CPU in float32. */
    public Weights weights() {
        return weights(Placement.CPU);
    }

    /** The tensors for a network, each moved and converted once. */
    public Weights weights(Placement placement) {
        return Weights.of(
                file,
                shapes,
                name -> Objects.requireNonNull(numbers.get(name), name).get(),
                placement,
                converted.computeIfAbsent(placement, p -> new ConcurrentHashMap<>()));
    }

    @Override
    public void close() {
        converted.values().forEach(placed -> placed.values().forEach(Tensor::close));
        files.forEach(TensorFile::close);
        converted.clear();
        shapes.clear();
    }

    private void add(Part part, String name, long[] shape, Supplier<Tensor> read) {
        boolean isConvolution = part == Part.VAE
                && shape.length == 4
                && ATTENTION_WEIGHT.matcher(name).matches();
        long[] matrix = isConvolution ? new long[] {shape[0], shape[1] * shape[2] * shape[3]} : shape;
        if (shapes.put(name, matrix) != null) {
            throw new ModelFormatException(file, name, -1, "two tensors have this name");
        }
        numbers.put(name, isConvolution ? () -> read.get().flatten(1, 3) : read);
    }

    private void requireTensors(Part part) {
        if (shapes.isEmpty()) {
            throw new ModelFormatException(file, "has no tensors of the part " + part.folder());
        }
    }
}
