package org.stylecodes.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes files as {@code torch.save} does, and malicious variants of them. */
final class TorchZip {
    /** A tensor in the pickle. */
    record View(String key, String type, int elements, int offset, List<Integer> shape, List<Integer> strides) {}

    private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();

    /** A pickle of protocol 2 with dictionaries, strings, numbers and tensors. */
    static byte[] pickle(Object value) {
        return new TorchZip().bytes(0x80, 2).value(value).bytes('.').pickle.toByteArray();
    }

    /** A pickle that calls a Python function with one string. */
    static byte[] call(String module, String function, String argument) {
        return new TorchZip()
                .bytes(0x80, 2)
                .global(module, function)
                .value(argument)
                .bytes(0x85, 'R', '.')
                .pickle
                .toByteArray();
    }

    /** The archive around a pickle and its storages. */
    static byte[] archive(byte[] pickle, Map<String, byte[]> storages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "archive/data.pkl", pickle);
            entry(zip, "archive/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
            for (Map.Entry<String, byte[]> storage : storages.entrySet()) {
                entry(zip, "archive/data/" + storage.getKey(), storage.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The bytes of float32 numbers. */
    static byte[] floats(float... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            bytes.putFloat(number);
        }
        return bytes.array();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private TorchZip value(Object value) {
        if (value instanceof Map<?, ?> map) {
            bytes('}', '(');
            map.forEach((key, element) -> value(key).value(element));
            return bytes('u');
        } else if (value instanceof List<?> list) {
            bytes('(');
            list.forEach(this::value);
            return bytes('t');
        } else if (value instanceof View view) {
            return tensor(view);
        } else if (value instanceof Integer number) {
            return bytes('J').littleEndian(number);
        }
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        bytes('X').littleEndian(text.length).pickle.writeBytes(text);
        return this;
    }

    private TorchZip tensor(View view) {
        global("torch._utils", "_rebuild_tensor_v2")
                .bytes('(', '(')
                .value("storage")
                .global("torch", view.type());
        value(view.key()).value("cpu").value(view.elements()).bytes('t', 'Q');
        value(view.offset()).value(view.shape()).value(view.strides()).bytes(0x89);
        return global("collections", "OrderedDict").bytes(')', 'R', 't', 'R');
    }

    private TorchZip global(String module, String name) {
        pickle.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private TorchZip littleEndian(int number) {
        return bytes(number, number >> 8, number >> 16, number >> 24);
    }

    private TorchZip bytes(int... values) {
        for (int value : values) {
            pickle.write(value);
        }
        return this;
    }
}
