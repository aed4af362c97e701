package org.stylecodes.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Golden;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

/** The golden pictures, and what Pillow made of them: {@code NAME:rgb}, {@code NAME:siglip224} and {@code NAME:32}. */
final class GoldenPictures {
    private GoldenPictures() {}

    /** The bytes of a golden picture file. */
    static byte[] file(String name) {
        return bytes(Golden.path("images/" + name));
    }

    /** The picture that the reference makes. */
    static Picture expected(String tensor) {
        return Scope.get(() -> {
            Tensor samples = Golden.open("cases/preprocess.safetensors").tensor(tensor); // (height, width, 3)
            long[] shape = Tensors.shape(samples);
            long[] values = Tensors.longs(samples);
            byte[] rgb = new byte[values.length];
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (byte) values[i];
            }
            return Picture.of((int) shape[1], (int) shape[0], rgb);
        });
    }

    /** The bytes of one of the project's own picture files. */
    static byte[] own(String name) {
        try (InputStream in = GoldenPictures.class.getResourceAsStream("/pictures/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the project's own pictures, where PNG files hold what libraries in C decode from files of the same name. */
    static Picture decoded(String name) {
        return Pictures.read(own(name), name, ReadOptions.DEFAULT);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
