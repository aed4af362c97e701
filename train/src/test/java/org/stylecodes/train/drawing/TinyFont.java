package org.stylecodes.train.drawing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A TrueType font, made here, whose only drawn glyph is a triangle over the whole em. */
final class TinyFont {
    private static final int EM = 1000;

    private TinyFont() {}

    private interface Table {
        void write(DataOutputStream out) throws IOException;
    }

    /** The bytes of a font that draws one code point. */
    static byte[] of(int codePoint) {
        byte[] glyph = bytes(out -> {
            shorts(out, 1, 0, 0, EM, EM, 2, 0); // one contour, its bounds, its last point, no instructions
            out.write(new byte[] {1, 1, 1}); // points on the curve, with words for coordinates
            shorts(out, 0, EM / 2, EM / 2, 0, EM, -EM);
            out.write(0);
        });
        Map<String, byte[]> tables = new TreeMap<>();
        tables.put("head", bytes(out -> {
            shorts(out, 1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, EM);
            out.write(new byte[16]);
            shorts(out, 0, 0, EM, EM, 0, 8, 2, 0, 0);
        }));
        tables.put("hhea", bytes(out -> shorts(out, 1, 0, EM, 0, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, 2)));
        tables.put("maxp", bytes(out -> shorts(out, 1, 0, 2, 3, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)));
        tables.put("hmtx", bytes(out -> shorts(out, EM, 0, EM, 0)));
        tables.put("glyf", glyph);
        tables.put("loca", bytes(out -> shorts(out, 0, 0, glyph.length / 2)));
        tables.put("cmap", bytes(out -> {
            shorts(out, 0, 1, 3, 10, 0, 12, 12, 0);
            for (int value : new int[] {28, 0, 1, codePoint, codePoint, 1}) {
                out.writeInt(value);
            }
        }));
        byte[] name = "Tiny".getBytes(StandardCharsets.UTF_16BE);
        tables.put("name", bytes(out -> {
            shorts(out, 0, 3, 42);
            for (int id : new int[] {1, 2, 4}) {
                shorts(out, 3, 1, 0x409, id, name.length, 0);
            }
            out.write(name);
        }));
        return file(tables);
    }

    private static byte[] file(Map<String, byte[]> tables) {
        return bytes(out -> {
            shorts(out, 1, 0, tables.size(), 128, 3, 16 * tables.size() - 128);
            int offset = 12 + 16 * tables.size();
            for (Map.Entry<String, byte[]> table : tables.entrySet()) {
                out.writeBytes(table.getKey());
                out.writeInt(0); // the checksum, which Java does not read
                out.writeInt(offset);
                out.writeInt(table.getValue().length);
                offset += (table.getValue().length + 3) / 4 * 4;
            }
            for (byte[] table : tables.values()) {
                out.write(table);
                out.write(new byte[(4 - table.length % 4) % 4]);
            }
        });
    }

    private static void shorts(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeShort(value);
        }
    }

    private static byte[] bytes(Table table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            table.write(new DataOutputStream(out));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
