package org.stylecodes.format;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

/** Reads damaged files. Each must be read or refused with a {@link ModelFormatException}; any other exception fails the test. */
class FormatFuzzTest {
    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "1",
            "7",
            "4294967296",
            "9223372036854775807",
            "9223372036854775808",
            "1e400",
            "0.5",
            "null",
            "[]",
            "\"\"");

    private static final Map<String, byte[]> STORAGES =
            Map.of("0", TorchZip.floats(0, 1, 2, 3, 4, 5), "1", new byte[] {1, 0, 2});

    private static final byte[] PICKLE = TorchZip.pickle(Map.of(
            "controlnet",
            Map.of(
                    "a", new TorchZip.View("0", "FloatStorage", 6, 1, List.of(2, 2), List.of(2, 1)),
                    "b", new TorchZip.View("1", "BoolStorage", 3, 0, List.of(3), List.of(1)))));

    @TempDir
    Path folder;

    @Test
    void survivesDamagedSafetensors() throws IOException {
        damageSafetensors(500);
    }

    @Test
    void survivesDamagedPyTorchFiles() throws IOException {
        damageTorchFiles(500);
    }

    @Test
    @Tag("slow")
    void survivesDamagedSafetensorsForLong() throws IOException {
        damageSafetensors(30_000);
    }

    @Test
    @Tag("slow")
    void survivesDamagedPyTorchFilesForLong() throws IOException {
        damageTorchFiles(30_000);
    }

    private void damageSafetensors(int rounds) throws IOException {
        Random random = new Random(1);
        byte[] whole = safetensors();
        int header = (int) ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong();
        for (int round = 0; round < rounds; round++) {
            read(damaged(whole, random));
            read(withHeader(whole, header, text -> number(text, random)));
            read(withHeader(
                    whole,
                    header,
                    text -> new String(
                            damaged(text.getBytes(StandardCharsets.ISO_8859_1), random), StandardCharsets.ISO_8859_1)));
        }
    }

    private void damageTorchFiles(int rounds) throws IOException {
        Random random = new Random(2);
        byte[] whole = TorchZip.archive(PICKLE, STORAGES);
        for (int round = 0; round < rounds; round++) {
            read(damaged(whole, random));
            read(TorchZip.archive(damaged(PICKLE, random), STORAGES));
        }
    }

    private void read(byte[] bytes) throws IOException {
        Path file = folder.resolve("model");
        // Writing over a file waits for the disk on some file systems; a new file does not.
        Files.deleteIfExists(file);
        Files.write(file, bytes);
        try (TensorFile opened = TensorFile.open(file)) {
            Scope.run(() -> opened.tensors().values().forEach(Tensors::floats));
        } catch (ModelFormatException refused) {
            // Only this exception may refuse a damaged file.
            assertFalse(refused.getMessage().isBlank());
        }
    }

    private byte[] safetensors() throws IOException {
        Path file = folder.resolve("whole");
        Scope.run(() -> {
            Map<String, Tensor> tensors = new TreeMap<>();
            tensors.put("a", Tensors.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
            tensors.put("b", Tensors.of(new long[] {7, 8}, 2));
            tensors.put("c", Tensors.of(new float[] {0, 1, 1}, 3).to(Dtype.BOOL.scalarType()));
            Safetensors.write(file, tensors, Map.of("format", "pt"));
        });
        return Files.readAllBytes(file);
    }

    private static byte[] withHeader(byte[] whole, int length, UnaryOperator<String> change) {
        byte[] header = change.apply(new String(whole, Long.BYTES, length, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        int body = whole.length - Long.BYTES - length;
        return ByteBuffer.allocate(Long.BYTES + header.length + body)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(whole, Long.BYTES + length, body)
                .array();
    }

    private static String number(String text, Random random) {
        int start = random.nextInt(text.length());
        while (!Character.isDigit(text.charAt(start))) {
            start = (start + 1) % text.length();
        }
        int end = start;
        while (Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(0, start) + NUMBERS.get(random.nextInt(NUMBERS.size())) + text.substring(end);
    }

    private static byte[] damaged(byte[] whole, Random random) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        byte[] damaged = whole.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int place = random.nextInt(damaged.length);
            if (random.nextBoolean()) {
                damaged[place] = (byte) random.nextInt();
            } else {
                int from = random.nextInt(damaged.length);
                int length = Math.min(random.nextInt(16), damaged.length - Math.max(place, from));
                System.arraycopy(whole, from, damaged, place, length);
            }
        }
        return damaged;
    }
}
