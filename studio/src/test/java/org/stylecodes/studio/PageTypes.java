package org.stylecodes.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Generates the page's TypeScript types from the schemas of the OpenAPI document. */
final class PageTypes {
    private static final String START = """
            // Generated from openapi.json as PageTypesTest describes. The JSON objects of the studio's API under /api/v1.

            /** A whole number of 64 bits as its digits, because a JavaScript number keeps only 53 bits. */
            export type Int64 = string;
            """;
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonNode document;

    private PageTypes(JsonNode document) {
        this.document = document;
    }

    /** The content of the file types.ts. */
    static String of(ApiDocument document) {
        PageTypes types = new PageTypes(document.json());
        Set<String> used = types.used();
        return START
                + document.json().at("/components/schemas").properties().stream()
                        .filter(schema -> used.contains(schema.getKey()))
                        .map(schema -> "\n" + declaration(schema.getKey(), schema.getValue()))
                        .collect(Collectors.joining());
    }

    /** The names of the schemas that the studio's own API uses. */
    private Set<String> used() {
        Deque<JsonNode> open = new ArrayDeque<>();
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1/"))
                .forEach(path -> open.add(path.getValue()));
        Set<String> used = new HashSet<>();
        while (!open.isEmpty()) {
            for (String reference : open.remove().findValuesAsText("$ref")) {
                if (reference.startsWith(SCHEMAS) && used.add(reference.substring(SCHEMAS.length()))) {
                    open.add(document.at(reference.substring(1)));
                }
            }
        }
        return used;
    }

    private static String declaration(String name, JsonNode schema) {
        String remark = remark(schema, "");
        return schema.has("properties")
                ? remark + "export interface " + name + " {\n" + fields(schema, "  ", "\n") + "}\n"
                : remark + "export type " + name + " = " + type(schema) + ";\n";
    }

    private static String fields(JsonNode schema, String indent, String end) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        return schema.path("properties").properties().stream()
                .map(field -> (end.equals("\n") ? remark(field.getValue(), indent) : "") + indent + field.getKey()
                        + (required.contains(field.getKey()) ? ": " : "?: ") + type(field.getValue()) + ";" + end)
                .collect(Collectors.joining());
    }

    private static String remark(JsonNode schema, String indent) {
        String text = schema.path("description").asText();
        return text.isEmpty() ? "" : indent + "/** " + text + (text.endsWith(".") ? "" : ".") + " */\n";
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema.path("$ref").asText().substring(SCHEMAS.length());
        }
        if (schema.has("const")) {
            return schema.path("const").toString();
        }
        if (schema.has("enum")) {
            return StreamSupport.stream(schema.path("enum").spliterator(), false)
                    .map(JsonNode::toString)
                    .collect(Collectors.joining(" | "));
        }
        if (schema.has("anyOf")) {
            return String.join(" | ", types(schema.path("anyOf")));
        }
        if (schema.has("allOf")) {
            return String.join(" & ", types(schema.path("allOf")));
        }
        return switch (schema.path("type").asText()) {
            case "array" -> {
                String item = type(schema.path("items"));
                yield (item.contains(" | ") && !item.startsWith("{") ? "(" + item + ")" : item) + "[]";
            }
            case "object" -> schema.has("properties") ? "{ " + fields(schema, "", " ") + "}" : "object";
            case "integer" -> schema.path("format").asText().equals("int64") ? "Int64" : "number";
            case "number", "string", "boolean", "null" -> schema.path("type").asText();
            default -> throw new AssertionError("there is no TypeScript type for " + schema);
        };
    }

    private static List<String> types(JsonNode parts) {
        List<String> types = new ArrayList<>();
        parts.forEach(part -> types.add(type(part)));
        return types;
    }
}
