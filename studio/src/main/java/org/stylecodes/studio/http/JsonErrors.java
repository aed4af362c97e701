package org.stylecodes.studio.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body, in a sentence for its sender. Jackson's own sentences speak of this program's classes. */
final class JsonErrors {
    private JsonErrors() {}

    static String sentence(JsonProcessingException e) {
        if (e instanceof StreamReadException) {
            JsonLocation place = e.getLocation();
            return "the body is not JSON"
                    + (place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr());
        }
        if (e instanceof StreamConstraintsException) {
            return "the body is nested too deep, or has a name or a number that is too long";
        }
        if (e instanceof JsonMappingException mapping) {
            return sentence(mapping);
        }
        return "the body cannot be read";
    }

    private static String sentence(JsonMappingException e) {
        if (e.getCause() instanceof InputCoercionException) {
            return place(e) + "the number is too large";
        }
        if (e.getCause() instanceof JsonProcessingException cause) {
            return sentence(cause); // met where a value was being read
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return place(e) + "'" + unknown.getPropertyName() + "' is not known here; expected "
                    + names(unknown.getKnownPropertyIds());
        }
        if (e.getCause() instanceof IllegalArgumentException refusal && refusal.getMessage() != null) {
            return place(e) + refusal.getMessage();
        }
        if (e instanceof MismatchedInputException mismatch
                && !e.getOriginalMessage().startsWith("Trailing token")) {
            return place(e) + "expected " + kind(mismatch.getTargetType());
        }
        return place(e) + "expected one JSON value and no more";
    }

    private static String place(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                .collect(Collectors.joining());
        if (path.isEmpty()) {
            return "in the body: ";
        }
        return "at " + (path.startsWith(".") ? path.substring(1) : path) + ": ";
    }

    private static String names(@Nullable Collection<Object> known) {
        return known == null || known.isEmpty()
                ? "nothing"
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
