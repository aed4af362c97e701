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

/** Reads and writes JSON. Unknown fields, nulls in lists, fractions for whole numbers and a second value after
 * the first are refused. */
public final class StrictJson {
    private static final int DEEPEST = 32;
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

    static {
        MAPPER.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(Integer.MAX_VALUE) // texts have bounds of their own
                        .build());
    }

    private StrictJson() {}

    /**
     * Reads the one value of a text.
     *
     * @throws MalformedJsonException if it is not JSON, or not that of such a value
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try (JsonParser parser = MAPPER.getFactory().createParser(json)) {
            T value = MAPPER.readValue(parser, type);
            if (value == null) {
                throw new MalformedJsonException(null, "the body is null; expected a JSON object");
            }
            if (parser.nextToken() != null) {
                throw new MalformedJsonException(null, "in the body: expected one JSON value and no more");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw JsonErrors.malformed(e, "");
        } catch (IOException e) {
            throw new MalformedJsonException(null, "the body is not UTF-8 JSON");
        }
    }

    /**
     * Reads a value that is part of another one.
     *
     * @param field where it is, such as {@code styles[0]}
     * @throws MalformedJsonException if it is not such a value
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

    /** A value as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The JSON text of a value. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // records of texts and numbers can always be written
        }
    }
}
