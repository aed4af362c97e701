package org.stylecodes.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.error.ModelFormatException;

/** A file of named tensors in one of the published formats. */
public sealed interface TensorFile extends AutoCloseable permits Safetensors, TorchFile {
    /** The shapes of all tensors by name. No tensor data is read. */
    SortedMap<String, long[]> shapes();

    /** All tensors by name, in the file's types. The file owns them; callers must not change them in place. */
    SortedMap<String, Tensor> tensors();

    /**
     * Reads a tensor into memory, so that later changes to the file do not affect it. The scope of the call owns the tensor. Callers must
     * not change it in place.
     *
     * @throws ModelFormatException if there is no tensor of this name, or the file was truncated since it was opened
     */
    Tensor read(String name);

    /** Frees the tensors and closes the file. */
    @Override
    void close();

    /**
     * Opens a safetensors or PyTorch file. The format is detected from the content, not from the name.
     *
     * @throws ModelFormatException if the file is missing, unreadable, truncated, damaged or of neither format
     */
    static TensorFile open(Path path) {
        return FileSignature.of(path) == FileSignature.OTHER ? Safetensors.open(path) : TorchFile.open(path);
    }

    /**
     * How many bytes of a file stay in memory while it is open: those of a PyTorch file, which is read whole, and none of any other.
     *
     * @throws ModelFormatException if the file cannot be read
     */
    static long heldBytes(Path path) {
        try {
            return FileSignature.of(path) == FileSignature.OTHER ? 0 : Files.size(path);
        } catch (IOException e) {
            throw new ModelFormatException(path.toString(), "cannot be read: " + e.getMessage(), e);
        }
    }
}
