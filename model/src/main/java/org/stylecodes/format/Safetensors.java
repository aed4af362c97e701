package org.stylecodes.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

/**
 * A safetensors file. Opening it reads and checks the whole header. A tensor is copied into memory when it is requested, so later changes
 * to the file do not affect it.
 *
 * <p>The scope of the call owns the result of {@link #read}. This object owns the results of {@link #tensor} and {@link #tensors}, and
 * {@link #close} frees them. Thread-safe.
 */
public final class Safetensors implements TensorFile {
    private final String file;
    private final InputFile content;
    private final SafetensorsHeader header;
    private final Map<String, Tensor> taken = new TreeMap<>();
    private volatile boolean closed;

    private Safetensors(String file, InputFile content, SafetensorsHeader header) {
        this.file = file;
        this.content = content;
        this.header = header;
    }

    /**
     * Opens a file and checks its header.
     *
     * @throws ModelFormatException if the file is missing, unreadable, truncated or damaged
     */
    public static Safetensors open(Path path) {
        String file = path.toString();
        InputFile content = InputFile.open(path);
        try {
            return new Safetensors(file, content, SafetensorsHeader.read(file, content));
        } catch (IOException e) {
            content.close();
            throw new ModelFormatException(file, "cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            content.close();
            throw e;
        }
    }

    /**
     * Reads all tensors of a file as copies that may be changed in place.
     *
     * @return the tensors by name; the caller owns them and closes each
     * @throws ModelFormatException if the file is missing, unreadable, truncated or damaged
     */
    public static SortedMap<String, Tensor> load(Path path) {
        try (Safetensors opened = open(path)) {
            SortedMap<String, Tensor> copies = new TreeMap<>();
            Scope.run(() -> {
                opened.names().forEach(name -> copies.put(name, opened.read(name)));
                copies.replaceAll((name, copy) -> Scope.own(() -> new Tensor(copy)));
            });
            return copies;
        }
    }

    /**
     * Writes a file atomically: first under a temporary name in the same folder, then moved into place. Equal tensors and metadata give
     * equal bytes.
     *
     * @param tensors by name, on any device, of a type in {@link Dtype}
     * @param metadata strings for the header
     * @throws org.stylecodes.error.StyleCodesException if the file cannot be written
     */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        Scope.run(() -> new SafetensorsWriter(false).write(file, tensors, metadata));
    }

    /** As {@link #write}, with all floating-point tensors rounded to float16. */
    public static void writeHalf(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        Scope.run(() -> new SafetensorsWriter(true).write(file, tensors, metadata));
    }

    /** The metadata in the header. */
    public SortedMap<String, String> metadata() {
        return header.metadata();
    }

    /** The names of the tensors, in order. */
    public Set<String> names() {
        return header.entries().keySet();
    }

    /**
     * The type, shape and position of a tensor.
     *
     * @throws ModelFormatException if there is no tensor of this name
     */
    public TensorEntry entry(String name) {
        TensorEntry entry = header.entries().get(name);
        if (entry == null) {
            throw new ModelFormatException(file, name, -1, "the tensor is missing");
        }
        return entry;
    }

    /**
     * A tensor in the file's type, read once. This object owns it; callers must not change it in place.
     *
     * @throws ModelFormatException if there is no tensor of this name, or the file was truncated since it was opened
     * @throws IllegalStateException if this object is closed
     */
    public synchronized Tensor tensor(String name) {
        TensorEntry entry = entry(name);
        return taken.computeIfAbsent(name, n -> Scope.own(() -> read(n, entry)));
    }

    @Override
    public SortedMap<String, long[]> shapes() {
        SortedMap<String, long[]> shapes = new TreeMap<>();
        header.entries().forEach((name, entry) -> shapes.put(name, entry.sizes()));
        return shapes;
    }

    @Override
    public Tensor read(String name) {
        return read(name, entry(name));
    }

    @Override
    public SortedMap<String, Tensor> tensors() {
        SortedMap<String, Tensor> tensors = new TreeMap<>();
        header.entries().keySet().forEach(name -> tensors.put(name, tensor(name)));
        return tensors;
    }

    @Override
    public synchronized void close() {
        taken.values().forEach(Tensor::close);
        taken.clear();
        closed = true;
        content.close();
    }

    private Tensor read(String name, TensorEntry entry) {
        if (closed) {
            throw new IllegalStateException(file + " was closed");
        }
        Dtype dtype = entry.dtype() == Dtype.BOOL ? Dtype.U8 : entry.dtype();
        Tensor tensor = Tensors.empty(dtype.scalarType(), entry.sizes());
        try {
            if (content.length() < entry.end()) {
                throw new ModelFormatException(
                        file,
                        name,
                        entry.begin(),
                        "the file was truncated to " + content.length() + " bytes since it was opened");
            }
            content.read(entry.begin(), new BytePointer(tensor.data_ptr()), entry.bytes());
        } catch (IOException e) {
            throw new ModelFormatException(file, name, entry.begin(), "cannot be read: " + e.getMessage(), e);
        }
        return entry.dtype() == Dtype.BOOL ? tensor.ne(new Scalar(0)) : tensor;
    }
}
