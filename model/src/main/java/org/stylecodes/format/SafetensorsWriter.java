package org.stylecodes.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.file.AtomicFile;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

/** Writes safetensors files. If {@code half} is true, floating-point tensors are rounded to float16. */
record SafetensorsWriter(boolean half) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ALIGNMENT = 8;
    private static final int MAX_CHUNK = 1 << 30;

    void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        // Tensors with wide elements come first, so that every tensor
        // is aligned to its element size and can be used in place.
        List<Map.Entry<String, Tensor>> ordered = new TreeMap<>(tensors)
                .entrySet().stream()
                        .sorted(Comparator.comparing(e -> -dtype(e).bytes()))
                        .toList();
        ByteBuffer header = header(ordered, metadata);
        AtomicFile.write(file, channel -> {
            writeAll(channel, header);
            ordered.forEach(entry -> Scope.run(() -> write(channel, entry.getValue(), dtype(entry))));
        });
    }

    private ByteBuffer header(List<Map.Entry<String, Tensor>> ordered, Map<String, String> metadata) {
        ObjectNode json = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = json.putObject(SafetensorsHeader.METADATA);
            new TreeMap<>(metadata).forEach(texts::put);
        }
        long begin = 0;
        for (Map.Entry<String, Tensor> entry : ordered) {
            Dtype dtype = dtype(entry);
            long end = begin + entry.getValue().numel() * dtype.bytes();
            ObjectNode tensor = json.putObject(entry.getKey());
            tensor.put("dtype", dtype.name());
            tensor.set("shape", JSON.valueToTree(Tensors.shape(entry.getValue())));
            tensor.putArray("data_offsets").add(begin).add(end);
            begin = end;
        }
        return header(json);
    }

    private static ByteBuffer header(ObjectNode json) {
        byte[] bytes;
        try {
            bytes = JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException(
                    "the tensor names and metadata cannot be written as JSON: " + e.getMessage(), e);
        }
        int padding = Math.floorMod(-bytes.length, ALIGNMENT);
        ByteBuffer header = ByteBuffer.allocate(SafetensorsHeader.PREFIX + bytes.length + padding)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(bytes.length + padding)
                .put(bytes);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.flip();
    }

    private Dtype dtype(Map.Entry<String, Tensor> entry) {
        ScalarType type = entry.getValue().scalar_type();
        if (half && torch.isFloatingType(type)) {
            return Dtype.F16;
        }
        return Dtype.of(type)
                .orElseThrow(() -> new InvalidRequestException("tensor " + entry.getKey() + " has type " + type
                        + ", which cannot be written; convert it to one of " + List.of(Dtype.values())));
    }

    private static void write(WritableByteChannel channel, Tensor tensor, Dtype dtype) {
        Tensor plain = tensor.detach().cpu().to(dtype.scalarType()).contiguous();
        long bytes = plain.nbytes();
        BytePointer memory = new BytePointer(plain.data_ptr());
        for (long position = 0; position < bytes; position += MAX_CHUNK) {
            int chunk = (int) Math.min(MAX_CHUNK, bytes - position);
            writeAll(channel, memory.getPointer(position).capacity(chunk).asByteBuffer());
        }
    }

    private static void writeAll(WritableByteChannel channel, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
