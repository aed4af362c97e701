package org.stylecodes.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The golden pictures, and what Pillow made of them: {@code NAME:rgb}, {@code NAME:siglip224} and {@code NAME:32}. */
final class Golden {
    private static final byte[] EXPECTED = resource("cases/preprocess.safetensors");

    private Golden() {}

    /** The bytes of a golden picture file. */
    static byte[] file(String name) {
        return resource("images/" + name);
    }

    static Picture expected(String tensor) {
        int headerLength =
                (int) ByteBuffer.wrap(EXPECTED).order(ByteOrder.LITTLE_ENDIAN).getLong();
        String header = new String(EXPECTED, 8, headerLength, StandardCharsets.UTF_8);
        Matcher entry = Pattern.compile(
                        "\"" + Pattern.quote(tensor)
                                + "\":\\s*\\{\"dtype\":\\s*\"U8\",\\s*\"shape\":\\s*\\[(\\d+),\\s*(\\d+),\\s*3],\\s*\"data_offsets\":\\s*\\[(\\d+),")
                .matcher(header);
        if (!entry.find()) {
            throw new IllegalArgumentException("no tensor " + tensor);
        }
        int height = Integer.parseInt(entry.group(1));
        int width = Integer.parseInt(entry.group(2));
        byte[] rgb = new byte[width * height * 3];
        System.arraycopy(EXPECTED, 8 + headerLength + Integer.parseInt(entry.group(3)), rgb, 0, rgb.length);
        return Picture.of(width, height, rgb);
    }

    private static byte[] resource(String path) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
