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
 * The tensors of one {@link Part} from one or several published files, under the names that the networks ask for. Opening looks at
 * their shapes; the numbers of {@link #weights} are read when a network first asks for them, belong to this object, must not be
 * changed in place and end with {@link #close}. Thread-safe, apart from {@link #close}.
 */
public final class Checkpoint implements AutoCloseable {
    // Old files hold the linear layers of the VAE's attention as convolutions of one pixel.
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
     * @throws ModelFormatException if the file is missing, damaged or holds nothing of the part
     */
    public static Checkpoint open(Part part, Path file) {
        return open(part, file, List.of(file));
    }

    /** Opens the shards of a part; {@code named} is what messages call them. */
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
     * Takes tensors out of a file, which stays open for as long as its owner wants.
     *
     * @param name of the file, for messages
     * @param names what they are called in the file, by the names that networks ask for
     */
    static Checkpoint of(Part part, String name, TensorFile file, Map<String, String> names) {
        Checkpoint taken = new Checkpoint(name, List.of());
        SortedMap<String, long[]> shapes = file.shapes();
        names.forEach((canonical, stored) -> taken.add(
                part, canonical, Objects.requireNonNull(shapes.get(stored), stored), () -> file.read(stored)));
        taken.requireTensors(part);
        return taken;
    }

    /** The shapes of the tensors by name. */
    public SortedMap<String, long[]> shapes() {
        return Collections.unmodifiableSortedMap(shapes);
    }

    /** The tensors as networks read them, on the processor and in float32. */
    public Weights weights() {
        return weights(Placement.CPU);
    }

    /** The tensors as networks read them, each moved and converted once. */
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
        boolean pixel = part == Part.VAE
                && shape.length == 4
                && ATTENTION_WEIGHT.matcher(name).matches();
        long[] matrix = pixel ? new long[] {shape[0], shape[1] * shape[2] * shape[3]} : shape;
        if (shapes.put(name, matrix) != null) {
            throw new ModelFormatException(file, name, -1, "two tensors have this name");
        }
        numbers.put(name, pixel ? () -> read.get().flatten(1, 3) : read);
    }

    private void requireTensors(Part part) {
        if (shapes.isEmpty()) {
            throw new ModelFormatException(file, "holds no tensors of the part " + part.folder());
        }
    }
}
