package org.stylecodes.studio.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * Reads and writes JSON. Refuses unknown fields, nulls in lists, fractions for whole numbers and anything after the first value.
 * Thread-safe.
 */
public final class StrictJson {
    private static final int MAX_DEPTH = 32;
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

    static {
        MAPPER.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(Integer.MAX_VALUE) // the length of texts is limited elsewhere
                        .build());
    }

    private StrictJson() {}

    /**
     * Reads a JSON value.
     *
     * @throws MalformedJsonException if the text is not JSON or does not match the type
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try (JsonParser parser = MAPPER.getFactory().createParser(json)) {
            T value = MAPPER.readValue(parser, type);
            if (value == null) {
                throw new MalformedJsonException(null, "the body is null; expected a JSON object");
            }
            if (parser.nextToken() != null) {
                throw new MalformedJsonException(null, "in the body: expected one JSON value and nothing after it");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw JsonErrors.malformed(e, "");
        } catch (IOException e) {
            throw new MalformedJsonException(null, "the body is not UTF-8 JSON");
        }
    }

    /**
     * Converts a part of a JSON tree.
     *
     * @param field the path of the part, such as {@code styles[0]}
     * @throws MalformedJsonException if the part does not match the type
     */
    public static <T> T read(JsonNode json, Class<T> type, String field) {
        if (json.isNull()) {
            throw JsonErrors.isNull(field, type);
        }
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw JsonErrors.malformed(e, field);
        }
    }

    /** Converts a value to a JSON tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Writes a value as JSON in UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // records of texts and numbers can always be written
        }
    }
}
