package org.stylecodes.studio.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes errors in JSON in terms of the request. Jackson's own messages name classes of this program. */
final class JsonErrors {
    private JsonErrors() {}

    /** @param outer the path of the parsed value in the whole body; empty if it is the whole body */
    static MalformedJsonException malformed(JsonProcessingException e, String outer) {
        if (e instanceof StreamReadException) {
            JsonLocation place = e.getLocation();
            return new MalformedJsonException(
                    null,
                    "the body is not JSON"
                            + (place == null
                                    ? ""
                                    : " at line " + place.getLineNr() + ", column " + place.getColumnNr()));
        }
        if (e instanceof StreamConstraintsException) {
            return new MalformedJsonException(
                    null, "the body is nested too deeply, or has a name or a number that is too long");
        }
        if (!(e instanceof JsonMappingException mapping)) {
            return new MalformedJsonException(null, "the body cannot be read; expected a JSON object");
        }
        if (mapping.getCause() instanceof JsonProcessingException cause
                && !(mapping.getCause() instanceof InputCoercionException)) {
            return malformed(cause, outer); // raised inside a nested value
        }
        String field = field(mapping, outer);
        return new MalformedJsonException(
                field.isEmpty() ? null : field,
                (field.isEmpty() ? "in the body: " : "at " + field + ": ") + problem(mapping));
    }

    static MalformedJsonException isNull(String field, Class<?> type) {
        return new MalformedJsonException(field, "at " + field + ": expected " + kind(type) + ", not null");
    }

    private static String problem(JsonMappingException e) {
        if (e.getCause() instanceof InputCoercionException) {
            return "the number is too large";
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "'" + unknown.getPropertyName() + "' is not a known field; expected "
                    + names(unknown.getKnownPropertyIds());
        }
        if (e instanceof InvalidNullException) {
            return "expected a value, not null";
        }
        if (e.getCause() instanceof IllegalArgumentException refusal && refusal.getMessage() != null) {
            return refusal.getMessage();
        }
        return e instanceof MismatchedInputException mismatch
                ? "expected " + kind(mismatch.getTargetType())
                : "cannot be read";
    }

    private static String field(JsonMappingException e, String outer) {
        String path = outer
                + e.getPath().stream()
                        .map(part ->
                                part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                        .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private static String names(@Nullable Collection<Object> known) {
        return known == null || known.isEmpty()
                ? "no fields"
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null || type.isRecord()) {
            return "an object";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            boolean whole = type == Integer.class || type == int.class || type == Long.class || type == long.class;
            return whole ? "a whole number" : "a number";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "another value";
    }
}
