package org.stylecodes.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The OpenAPI document of the studio, against which answers are checked. Supports the parts of JSON Schema that the document
 * uses. It is stricter in one point: an object whose properties are listed must not have others.
 */
final class ApiDocument {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode document;

    private ApiDocument(JsonNode document) {
        this.document = document;
    }

    /** The document as the studio serves it. */
    static ApiDocument read() {
        try (InputStream in = Objects.requireNonNull(Studio.class.getResourceAsStream("page/openapi.json"))) {
            return new ApiDocument(MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole document. */
    JsonNode json() {
        return document;
    }

    /** The schema that a reference points to, or the schema itself. */
    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    /**
     * The schema of a JSON answer.
     *
     * @param method the HTTP method in lower case
     * @param path the path without a query
     * @return empty if the document has no such operation
     * @throws AssertionError if the operation has no such answer
     */
    Optional<JsonNode> answer(String method, String path, int status, String media) {
        for (var entry : document.path("paths").properties()) {
            JsonNode operation = entry.getValue().path(method);
            if (operation.isObject() && fits(entry.getKey(), path)) {
                JsonNode responses = operation.path("responses");
                JsonNode response = responses.path(responses.has(String.valueOf(status)) ? "" + status : "default");
                JsonNode schema = response.path("content").path(media).path("schema");
                if (schema.isMissingNode()) {
                    throw new AssertionError(method + " " + entry.getKey() + " has no answer " + status + " of " + media
                            + " in the document");
                }
                return Optional.of(schema);
            }
        }
        return Optional.empty();
    }

    private static boolean fits(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].startsWith("{") && !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }

    /** The differences between a value and a schema, one sentence for each; empty if the value matches. */
    List<String> mismatches(JsonNode schema, JsonNode value) {
        List<String> found = new ArrayList<>();
        check(schema, value, "$", found);
        return found;
    }

    private void check(JsonNode given, JsonNode value, String place, List<String> found) {
        JsonNode schema = resolved(given);
        if (schema.has("anyOf")) {
            List<String> reasons = new ArrayList<>();
            for (JsonNode part : schema.path("anyOf")) {
                List<String> of = new ArrayList<>();
                check(part, value, place, of);
                if (of.isEmpty()) {
                    return;
                }
                reasons.addAll(of);
            }
            found.addAll(reasons);
        } else if (schema.has("allOf")) {
            checkObject(merged(schema.path("allOf")), value, place, found);
        } else if (schema.has("const")) {
            require(
                    value.equals(schema.path("const")),
                    place + " is " + value + ", not " + schema.path("const"),
                    found);
        } else {
            checkType(schema, value, place, found);
        }
    }

    /** Merges several object schemas into one. */
    private JsonNode merged(JsonNode parts) {
        ObjectNode all = MAPPER.createObjectNode().put("type", "object");
        ArrayNode required = MAPPER.createArrayNode();
        for (JsonNode part : parts) {
            all.withObject("/properties")
                    .setAll((ObjectNode) resolved(part).path("properties").deepCopy());
            resolved(part).path("required").forEach(required::add);
        }
        all.set("required", required);
        return all;
    }

    private void checkType(JsonNode schema, JsonNode value, String place, List<String> found) {
        String type = schema.path("type").asText();
        boolean fits =
                switch (type) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "null" -> value.isNull();
                    default -> throw new AssertionError("the document has the type '" + type + "' at " + place);
                };
        require(fits, place + " is " + value.getNodeType() + ", not " + type, found);
        if (schema.has("enum")) {
            Set<JsonNode> allowed = new HashSet<>();
            schema.path("enum").forEach(allowed::add);
            require(allowed.contains(value), place + " is " + value + ", not one of " + allowed, found);
        }
        if (schema.has("pattern")) {
            require(
                    value.asText().matches(schema.path("pattern").asText()),
                    place + " does not match " + schema.path("pattern"),
                    found);
        }
        if (fits && value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.path("items"), value.get(i), place + "[" + i + "]", found);
            }
        }
        if (fits && value.isObject() && schema.has("properties")) {
            checkObject(schema, value, place, found);
        }
    }

    private void checkObject(JsonNode schema, JsonNode value, String place, List<String> found) {
        require(value.isObject(), place + " is " + value.getNodeType() + ", not an object", found);
        for (JsonNode name : schema.path("required")) {
            require(value.has(name.asText()), place + " lacks " + name.asText(), found);
        }
        value.properties().forEach(field -> {
            JsonNode described = schema.path("properties").path(field.getKey());
            if (described.isMissingNode()) {
                found.add(place + "." + field.getKey() + " is not in the document");
            } else {
                check(described, field.getValue(), place + "." + field.getKey(), found);
            }
        });
    }

    private static void require(boolean fits, String mismatch, List<String> found) {
        if (!fits) {
            found.add(mismatch);
        }
    }
}
