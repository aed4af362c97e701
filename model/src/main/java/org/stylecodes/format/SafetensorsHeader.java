package org.stylecodes.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.ModelFormatException;

/**
 * The checked header of a safetensors file: the length in eight bytes, then JSON. The tensors fill the rest of the file without
 * gaps or overlaps.
 *
 * @param metadata the strings under {@code __metadata__}
 * @param entries the tensors by name
 */
record SafetensorsHeader(SortedMap<String, String> metadata, SortedMap<String, TensorEntry> entries) {
    /** The maximum length in bytes: far above any real header, and small enough that a malicious file cannot fill the heap. */
    static final long LONGEST = 32L << 20;

    static final int PREFIX = Long.BYTES;
    static final String METADATA = "__metadata__";
    private static final int MAX_DIMENSIONS = 64;

    SafetensorsHeader {
        metadata = Collections.unmodifiableSortedMap(metadata);
        entries = Collections.unmodifiableSortedMap(entries);
    }

    static SafetensorsHeader read(String file, InputFile content) throws IOException {
        long size = content.length();
        if (size < PREFIX) {
            throw new ModelFormatException(
                    file,
                    null,
                    size,
                    "is not a safetensors file: it is shorter than the 8 bytes of the header's length");
        }
        long length = ByteBuffer.wrap(content.bytes(0, PREFIX))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (length < 2 || length > Math.min(LONGEST, size - PREFIX)) {
            throw new ModelFormatException(
                    file,
                    null,
                    0,
                    "the header's length is " + Long.toUnsignedString(length) + ", expected 2 to "
                            + Math.min(LONGEST, size - PREFIX)
                            + "; the file is truncated or is not a safetensors file");
        }
        return parse(file, content.bytes(PREFIX, (int) length), PREFIX + length, size);
    }

    private static SafetensorsHeader parse(String file, byte[] header, long dataStart, long size) {
        JsonNode json = JsonFile.parse(file, header, PREFIX);
        SortedMap<String, String> metadata = new TreeMap<>();
        SortedMap<String, TensorEntry> entries = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (field.getKey().equals(METADATA)) {
                metadata.putAll(metadata(file, field.getValue()));
            } else {
                entries.put(field.getKey(), new EntryReader(file, field.getKey(), dataStart).entry(field.getValue()));
            }
        }
        requireContiguous(file, entries, dataStart, size);
        return new SafetensorsHeader(metadata, entries);
    }

    private static Map<String, String> metadata(String file, JsonNode json) {
        Map<String, String> metadata = new TreeMap<>();
        if (!json.isObject()) {
            throw new ModelFormatException(file, METADATA, PREFIX, "expected an object of strings");
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!field.getValue().isTextual()) {
                throw new ModelFormatException(
                        file,
                        METADATA,
                        PREFIX,
                        "expected a string for " + field.getKey() + ", not " + field.getValue());
            }
            metadata.put(field.getKey(), field.getValue().textValue());
        }
        return metadata;
    }

    private static void requireContiguous(String file, Map<String, TensorEntry> entries, long dataStart, long size) {
        List<Map.Entry<String, TensorEntry>> ordered = new ArrayList<>(entries.entrySet());
        ordered.sort(Comparator.comparingLong(
                        (Map.Entry<String, TensorEntry> e) -> e.getValue().begin())
                .thenComparingLong(e -> e.getValue().end()));
        long end = dataStart;
        for (Map.Entry<String, TensorEntry> next : ordered) {
            TensorEntry entry = next.getValue();
            if (entry.begin() != end) {
                throw new ModelFormatException(
                        file,
                        next.getKey(),
                        entry.begin(),
                        "begins at the wrong byte: expected " + end
                                + ", because tensors must not leave gaps or overlap");
            }
            end = entry.end();
            if (end > size) {
                throw new ModelFormatException(
                        file,
                        next.getKey(),
                        entry.begin(),
                        "ends at byte " + end + ", but the file has " + size + " bytes; the file is truncated");
            }
        }
        if (end != size) {
            throw new ModelFormatException(
                    file, null, end, "the last tensor ends here, but the file has " + size + " bytes");
        }
    }

    /** Reads the header's object for one tensor. */
    private record EntryReader(String file, String name, long dataStart) {
        TensorEntry entry(JsonNode json) {
            JsonNode dtypeName = json.get("dtype");
            if (dtypeName == null || !dtypeName.isTextual()) {
                throw refused("has no dtype");
            }
            Dtype dtype = Dtype.named(dtypeName.textValue())
                    .orElseThrow(
                            () -> refused("has dtype " + dtypeName + ", expected one of " + List.of(Dtype.values())));
            List<Long> shape = numbers(json.get("shape"), "shape", MAX_DIMENSIONS);
            List<Long> offsets = numbers(json.get("data_offsets"), "data_offsets", 2);
            if (json.size() != 3 || offsets.size() != 2) {
                throw refused("expected dtype, shape and data_offsets (begin, end), found " + json);
            }
            return entry(dtype, shape, offsets.get(0), offsets.get(1));
        }

        private TensorEntry entry(Dtype dtype, List<Long> shape, long begin, long end) {
            try {
                long bytes = dtype.bytes();
                long stride = 1; // catches an overflow of the other dimensions when one dimension is 0
                for (long size : shape) {
                    bytes = Math.multiplyExact(bytes, size);
                    stride = Math.multiplyExact(stride, Math.max(1, size));
                }
                if (begin > end || end - begin != bytes) {
                    throw refused("data_offsets " + begin + " to " + end + " hold " + (end - begin) + " bytes, but "
                            + dtype + " " + shape + " needs " + bytes);
                }
                return new TensorEntry(dtype, shape, Math.addExact(dataStart, begin), Math.addExact(dataStart, end));
            } catch (ArithmeticException e) {
                throw refused("the shape " + shape + " is too large");
            }
        }

        private List<Long> numbers(@Nullable JsonNode json, String key, int max) {
            if (json == null || !json.isArray() || json.size() > max) {
                throw refused("expected " + key + " to be a list of at most " + max + " numbers");
            }
            List<Long> numbers = new ArrayList<>(json.size());
            for (JsonNode number : json) {
                if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
                    throw refused("has " + number + " in " + key + ", expected a whole number of at least 0");
                }
                numbers.add(number.longValue());
            }
            return numbers;
        }

        private ModelFormatException refused(String problem) {
            return new ModelFormatException(file, name, PREFIX, problem);
        }
    }
}
