package org.stylecodes.train.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.stylecodes.error.EnvironmentException;

/** A fingerprint of texts and files that identifies a data set. Not thread-safe. */
final class Fingerprint {
    private static final int LETTERS = 16; // 64 bits, enough against accidental collisions

    private final MessageDigest sum;

    Fingerprint() {
        try {
            sum = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Adds a text. */
    Fingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        length(bytes.length);
        sum.update(bytes);
        return this;
    }

    /** Adds the content of a file, without its name. */
    Fingerprint add(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            length(Files.size(file));
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sum.update(buffer, 0, count);
            }
            return this;
        } catch (IOException failed) {
            throw new EnvironmentException("cannot read " + file + ": " + failed.getMessage(), failed);
        }
    }

    /** The fingerprint in hexadecimal. */
    String text() {
        return HexFormat.of().formatHex(sum.digest()).substring(0, LETTERS);
    }

    // The length is part of the digest, so that moving bytes from one entry to the next changes it.
    private void length(long count) {
        sum.update(ByteBuffer.allocate(Long.BYTES).putLong(count).array());
    }
}
