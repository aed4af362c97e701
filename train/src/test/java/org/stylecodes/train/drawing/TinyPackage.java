package org.stylecodes.train.drawing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.stylecodes.train.tar.Tar;

/** An npm package, made here. */
final class TinyPackage {
    private TinyPackage() {}

    /** The bytes of a package with these files. */
    static byte[] of(Map<String, byte[]> files) {
        Tar tar = new Tar();
        files.forEach((name, content) -> tar.member('0', "package/" + name, content));
        return compressed(tar.zeros(1024).bytes());
    }

    static byte[] compressed(byte[] tar) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(tar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
