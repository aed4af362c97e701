package org.stylecodes.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Safetensors files whose tensors are not aligned to their element size. */
final class OddFile {
    private OddFile() {}

    /** Moves the tensors of a file by one byte. */
    static Path of(Path file) throws IOException {
        ByteBuffer whole = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = Math.toIntExact(whole.getLong());
        ByteBuffer odd = ByteBuffer.allocate(whole.capacity() + 1).order(ByteOrder.LITTLE_ENDIAN);
        odd.putLong(header + 1).put(whole.slice(Long.BYTES, header)).put((byte) ' ');
        odd.put(whole.position(Long.BYTES + header));
        return Files.write(file, odd.array());
    }
}
