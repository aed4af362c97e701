package org.stylecodes.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Scope;

/**
 * A safetensors file. Opening reads the header alone, and its tensors can be had in two ways.
 *
 * <p>{@link #read} and {@link #load} copy them into memory, as networks do that live long. {@link #tensor} maps them: a tensor lies
 * directly in the file where its alignment allows and is a copy otherwise, and its pages are read when its numbers are. Never change such
 * a one in place: the file's pages are read-only, and writing to them ends the process.
 * Tensors belong to this object, outlive every {@link Scope} and end with {@link #close}; the memory under a view of one stays until
 * the view is freed.
 *
 * <p>The whole header is checked when the file is opened, and the file's length once more when a tensor is first taken.
 * Should another program cut the file after that, the system ends the process at the next look at a mapped page that is gone, which no
 * program can prevent; {@link #write} therefore replaces a file and never changes one. Thread-safe.
 */
public final class Safetensors implements TensorFile {
    private static final int LARGEST_PIECE = 1 << 30;

    private final String file;
    private final FileChannel channel;
    private final SafetensorsHeader header;
    private final Map<String, Tensor> taken = new TreeMap<>();

    private Safetensors(String file, FileChannel channel, SafetensorsHeader header) {
        this.file = file;
        this.channel = channel;
        this.header = header;
    }

    /**
     * Opens a file and checks its header.
     *
     * @throws ModelFormatException if the file is missing, unreadable, cut or damaged
     */
    public static Safetensors open(Path path) {
        String file = path.toString();
        FileChannel channel = channel(path);
        try {
            return new Safetensors(file, channel, SafetensorsHeader.read(file, channel));
        } catch (IOException e) {
            close(channel);
            throw new ModelFormatException(file, "cannot be read: " + e.getMessage());
        } catch (ModelFormatException e) {
            close(channel);
            throw e;
        }
    }

    /**
     * All tensors of a file as copies in ordinary memory, which may be changed in place.
     *
     * @return by name; the caller owns them and closes each
     * @throws ModelFormatException if the file is missing, unreadable, cut or damaged
     */
    public static SortedMap<String, Tensor> load(Path path) {
        try (Safetensors opened = open(path)) {
            SortedMap<String, Tensor> copies = new TreeMap<>();
            Scope.run(() -> opened.names().forEach(name -> copies.put(name, Scope.keep(opened.read(name)))));
            return copies;
        }
    }

    /**
     * Writes a file whole or not at all: under a temporary name beside it, then moved into place. Equal tensors and
     * metadata give equal bytes.
     *
     * @param tensors by name, on any device, of a type that {@link Dtype} has
     * @param metadata texts for the header
     * @throws org.stylecodes.error.StyleCodesException if the file cannot be written
     */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        Scope.run(() -> new SafetensorsWriter(false).write(file, tensors, metadata));
    }

    /** As {@link #write}, with all floating tensors rounded to half precision. */
    public static void writeHalf(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        Scope.run(() -> new SafetensorsWriter(true).write(file, tensors, metadata));
    }

    /** The texts that the writer put into the header. */
    public SortedMap<String, String> metadata() {
        return header.metadata();
    }

    /** The names of the tensors, in order. */
    public Set<String> names() {
        return header.entries().keySet();
    }

    /**
     * Type, shape and place of a tensor.
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
     * A tensor in the file's own type, read-only; this object owns it.
     *
     * @throws ModelFormatException if there is no tensor of this name, or the file was cut since it was opened
     * @throws IllegalStateException if this object is closed
     */
    public synchronized Tensor tensor(String name) {
        TensorEntry entry = entry(name);
        return taken.computeIfAbsent(name, n -> Scope.get(() -> Scope.keep(take(n, entry, true))));
    }

    @Override
    public SortedMap<String, long[]> shapes() {
        SortedMap<String, long[]> shapes = new TreeMap<>();
        header.entries().forEach((name, entry) -> shapes.put(name, entry.sizes()));
        return shapes;
    }

    @Override
    public Tensor read(String name) {
        return take(name, entry(name), false);
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
        close(channel);
    }

    private Tensor take(String name, TensorEntry entry, boolean mapped) {
        try {
            if (channel.size() < entry.end()) {
                throw new ModelFormatException(
                        file,
                        name,
                        entry.begin(),
                        "the file was cut to " + channel.size() + " bytes since it was opened");
            }
            if (entry.dtype() == Dtype.BOOL) {
                return copy(name, entry).ne(new Scalar(0));
            }
            return mapped && Mapping.fits(entry) ? Mapping.tensor(channel, entry) : copy(name, entry);
        } catch (ClosedChannelException e) {
            throw new IllegalStateException(file + " is closed", e);
        } catch (IOException e) {
            throw new ModelFormatException(file, name, entry.begin(), "cannot be read: " + e.getMessage());
        }
    }

    private Tensor copy(String name, TensorEntry entry) throws IOException {
        Dtype dtype = entry.dtype() == Dtype.BOOL ? Dtype.U8 : entry.dtype();
        Tensor tensor = torch.empty(entry.sizes(), new TensorOptions(dtype.scalarType()), new MemoryFormatOptional());
        long position = entry.begin();
        while (position < entry.end()) {
            int piece = (int) Math.min(LARGEST_PIECE, entry.end() - position);
            BytePointer memory = new BytePointer(tensor.data_ptr()).getPointer(position - entry.begin());
            int read = channel.read(memory.capacity(piece).asByteBuffer(), position);
            if (read < 0) {
                throw new ModelFormatException(file, name, position, "the file was cut since it was opened");
            }
            position += read;
        }
        return tensor;
    }

    private static FileChannel channel(Path path) {
        try {
            return FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new ModelFormatException(path.toString(), "there is no such file");
        } catch (IOException e) {
            throw new ModelFormatException(path.toString(), "cannot be opened: " + e.getMessage());
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
