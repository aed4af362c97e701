package org.stylecodes.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The golden pictures, and the results of Pillow for them: {@code NAME:rgb}, {@code NAME:siglip224} and {@code NAME:32}. */
final class GoldenPictures {
    private GoldenPictures() {}

    /** The bytes of a golden picture file. */
    static byte[] file(String name) {
        return resource("/golden/images/" + name);
    }

    /** The picture that the reference produces: a tensor of bytes (height, width, 3). */
    static Picture expected(String tensor) {
        ByteBuffer file = ByteBuffer.wrap(resource("/golden/cases/preprocess.safetensors"))
                .order(ByteOrder.LITTLE_ENDIAN);
        int header = Math.toIntExact(file.getLong());
        try {
            JsonNode entry = new ObjectMapper()
                    .readTree(file.array(), Long.BYTES, header)
                    .get(tensor);
            assertEquals("U8", entry.get("dtype").textValue());
            int start = Long.BYTES + header + entry.get("data_offsets").get(0).intValue();
            int end = Long.BYTES + header + entry.get("data_offsets").get(1).intValue();
            JsonNode shape = entry.get("shape");
            return Picture.of(
                    shape.get(1).intValue(), shape.get(0).intValue(), Arrays.copyOfRange(file.array(), start, end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of one of the project's own picture files. */
    static byte[] own(String name) {
        return resource("/pictures/" + name);
    }

    /** One of the project's own pictures. The PNG files hold what C libraries decode from the files of the same name. */
    static Picture decoded(String name) {
        return Pictures.read(own(name), name, ReadOptions.DEFAULT);
    }

    private static byte[] resource(String name) {
        try (InputStream in = GoldenPictures.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
