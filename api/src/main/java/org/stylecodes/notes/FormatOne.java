package org.stylecodes.notes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.stylecodes.Size;
import org.stylecodes.json.RequestJson;

/**
 * Converts the notes of version 0.1. Their requests had the guidance as an object, the size as text, and null for fields that are now
 * absent.
 */
final class FormatOne {
    static final int NUMBER = 1;

    private FormatOne() {}

    /** Converts a request to the present JSON form, {@link RequestJson}. */
    static void upgrade(ObjectNode request) {
        if (request.path("guidance") instanceof ObjectNode guidance) {
            request.set("guidance", guidance.get("text"));
            request.set("styleGuidance", guidance.get("style"));
            request.set("guidanceMode", guidance.get("mode"));
            request.set("guidanceInterval", guidance.get("textInterval"));
            request.set("styleInterval", guidance.get("styleInterval"));
        }
        JsonNode text = request.remove("size");
        if (text != null && !text.isNull()) {
            Size size = Size.parse(text.asText());
            request.put("width", size.width());
            request.put("height", size.height());
        }
    }
}
