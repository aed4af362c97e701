package org.stylecodes.format;

import java.io.IOException;
import java.nio.file.Path;
import org.stylecodes.error.ModelFormatException;

/** The kind of a tensor file, detected from its first bytes. */
enum FileSignature {
    /** Written by {@code torch.save} of PyTorch 1.6 or newer. */
    ZIP,
    /** Written by {@code torch.save} of PyTorch before 1.6. */
    PICKLE,
    /** Anything else, such as a safetensors file, which begins with the length of its header. */
    OTHER;

    static FileSignature of(Path path) {
        byte[] start;
        try (InputFile file = InputFile.open(path)) {
            start = file.bytes(0, (int) Math.min(4, file.length()));
        } catch (IOException e) {
            throw new ModelFormatException(path.toString(), "cannot be read: " + e.getMessage(), e);
        }
        if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
            return ZIP;
        }
        // PROTO n, then LONG1 of 10 bytes: PyTorch's magic number,
        // which is too large to be the length of a safetensors header.
        boolean pickle = start.length == 4 && start[0] == (byte) 0x80 && start[2] == (byte) 0x8a && start[3] == 10;
        return pickle ? PICKLE : OTHER;
    }
}
