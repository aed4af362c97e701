package org.stylecodes.format;

import java.io.IOException;
import java.nio.file.Path;
import org.stylecodes.error.ModelFormatException;

/** What the first bytes of a file say that it is. */
enum FileSignature {
    /** {@code torch.save} since PyTorch 1.6. */
    ZIP,
    /** {@code torch.save} before. */
    PICKLE,
    /** Anything else; safetensors files begin with the length of their header. */
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
        // PROTO n, LONG1 of 10 bytes: PyTorch's magic number, which is too large for the length of a safetensors
        // header.
        boolean pickle = start.length == 4 && start[0] == (byte) 0x80 && start[2] == (byte) 0x8a && start[3] == 10;
        return pickle ? PICKLE : OTHER;
    }
}
