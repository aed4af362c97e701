package org.stylecodes.format;

import java.nio.file.Path;
import java.util.SortedMap;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.error.ModelFormatException;

/** A file of named tensors in one of the published formats. */
public sealed interface TensorFile extends AutoCloseable permits Safetensors, TorchFile {
    /** The shapes of all tensors by name; no numbers are read for them. */
    SortedMap<String, long[]> shapes();

    /** All tensors by name, in the file's own types; the file owns them, and they must not be changed in place. */
    SortedMap<String, Tensor> tensors();

    /**
     * A tensor whose numbers are in memory, so that they stay what they are whatever becomes of the file; it belongs to the scope that
     * this is called in, and must not be changed in place.
     *
     * @throws ModelFormatException if there is no tensor of this name, or the file was cut since it was opened
     */
    Tensor read(String name);

    /** Frees the tensors and closes the file. */
    @Override
    void close();

    /**
     * Opens a safetensors file or a PyTorch file, as its content says, whatever its name.
     *
     * @throws ModelFormatException if the file is missing, unreadable, cut, damaged or of neither format
     */
    static TensorFile open(Path path) {
        return FileSignature.of(path) == FileSignature.OTHER ? Safetensors.open(path) : TorchFile.open(path);
    }
}
