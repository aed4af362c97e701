package org.stylecodes.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.razorvine.pickle.PickleException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Tensors;

/**
 * The zip archive that {@code torch.save} writes: {@code NAME/data.pkl}, {@code NAME/byteorder}, and {@code NAME/data/KEY} for each
 * storage. Storages are never compressed, so the data cannot be larger than the file.
 */
final class TorchArchive {
    /** In bytes; a pickle of 100,000 tensors is smaller. */
    private static final int MAX_PICKLE = 16 << 20;

    private static final String PICKLE = "/data.pkl";
    private static final int CHUNK = 1 << 20;

    private final String file;
    private final ZipFile zip;
    private final String root;
    private long left;

    private TorchArchive(String file, ZipFile zip, String root, long size) {
        this.file = file;
        this.zip = zip;
        this.root = root;
        this.left = size;
    }

    static TorchArchive of(Path path, ZipFile zip) {
        String file = path.toString();
        List<String> roots = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(PICKLE))
                .map(name -> name.substring(0, name.length() - PICKLE.length()))
                .toList();
        if (roots.size() != 1) {
            throw new ModelFormatException(file, "is not a PyTorch file: expected one data.pkl, found " + roots.size());
        }
        return new TorchArchive(file, zip, roots.get(0), path.toFile().length());
    }

    /** The object that the pickle builds: dictionaries of {@link StoredTensor}s. */
    Object contents() throws IOException {
        requireLittleEndian();
        ZipEntry entry = entry(root + PICKLE);
        byte[] pickle;
        try (InputStream in = zip.getInputStream(entry)) {
            pickle = in.readNBytes(MAX_PICKLE + 1);
        }
        if (pickle.length > MAX_PICKLE) {
            throw refused(entry, 0, "is longer than " + MAX_PICKLE + " bytes");
        }
        TensorPickle reader = new TensorPickle(pickle);
        try {
            return reader.read();
        } catch (PickleException | IllegalArgumentException | IOException e) {
            throw damaged(entry, reader.position(), String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            // The pickle library throws all kinds of runtime exceptions for a broken pickle.
            throw damaged(
                    entry,
                    reader.position(),
                    "the pickle is damaged (" + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    /** Reads the elements of one storage as a tensor of one dimension. */
    Tensor storage(StoredTensor.Storage storage) throws IOException {
        ZipEntry entry = entry(root + "/data/" + storage.key());
        left -= storage.bytes();
        if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != storage.bytes() || left < 0) {
            throw refused(
                    entry,
                    -1,
                    "has " + entry.getSize() + " bytes, expected " + storage.bytes()
                            + " uncompressed bytes, with all storages together no larger than the file");
        }
        Dtype dtype = storage.dtype() == Dtype.BOOL ? Dtype.U8 : storage.dtype();
        Tensor tensor = Tensors.empty(dtype.scalarType(), storage.elements());
        fill(tensor, entry, storage.bytes());
        return storage.dtype() == Dtype.BOOL ? tensor.ne(new Scalar(0)) : tensor;
    }

    private void fill(Tensor tensor, ZipEntry entry, long bytes) throws IOException {
        BytePointer memory = new BytePointer(tensor.data_ptr());
        CRC32 checksum = new CRC32();
        byte[] chunk = new byte[(int) Math.min(CHUNK, bytes)];
        try (InputStream in = zip.getInputStream(entry)) {
            for (long position = 0; position < bytes; ) {
                CancelledException.throwIfInterrupted();
                int read = in.readNBytes(chunk, 0, (int) Math.min(chunk.length, bytes - position));
                if (read == 0) {
                    throw refused(entry, position, "is truncated");
                }
                checksum.update(chunk, 0, read);
                memory.position(position).put(chunk, 0, read);
                position += read;
            }
        }
        if (checksum.getValue() != entry.getCrc()) {
            throw refused(entry, -1, "is damaged: its checksum is wrong");
        }
    }

    private void requireLittleEndian() throws IOException {
        ZipEntry entry = zip.getEntry(root + "/byteorder");
        if (entry == null) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            String order = new String(in.readNBytes(Long.BYTES), StandardCharsets.US_ASCII);
            if (!order.equals("little")) {
                throw refused(entry, -1, "is " + order + ", but only the byte order little is supported");
            }
        }
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ModelFormatException(file, name, -1, "the entry is missing from the archive");
        }
        return entry;
    }

    private ModelFormatException damaged(ZipEntry entry, long offset, String problem, Exception cause) {
        return new ModelFormatException(file, entry.getName(), offset, problem, cause);
    }

    private ModelFormatException refused(ZipEntry entry, long offset, String problem) {
        return new ModelFormatException(file, entry.getName(), offset, problem);
    }
}
