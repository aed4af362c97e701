package org.stylecodes.style;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Provenance;

/**
 * Reads the provenance in {@code style/config.json}, which may have any form. The fields that training writes are typed. Unknown
 * fields, and fields whose type is not the one that training writes, are kept as text.
 */
public final class ProvenanceJson {
    private ProvenanceJson() {}

    /** Reads a provenance object. */
    public static Provenance read(ObjectNode json) {
        ObjectNode rest = json.deepCopy();
        String data = text(rest, "data");
        String licence = text(rest, "licence");
        List<Provenance.Stage> stages = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (field.getValue() instanceof ObjectNode object
                    && object.path("plan").isObject()) {
                stages.add(stage(field.getKey(), object.deepCopy()));
                rest.remove(field.getKey());
            }
        }
        return new Provenance(data, licence, stages, flat(rest));
    }

    private static Provenance.Stage stage(String name, ObjectNode rest) {
        ObjectNode plan = (ObjectNode) rest.get("plan");
        if (rest.path("stage").asText().equals(name)) {
            rest.remove("stage"); // repeats the name
        }
        JsonNode seed = plan.path("seed");
        JsonNode batch = plan.path("batch");
        JsonNode steps = rest.path("steps");
        JsonNode seconds = rest.path("seconds");
        return new Provenance.Stage(
                name,
                seed.canConvertToLong() && taken(plan, "seed") ? Long.valueOf(seed.asLong()) : null,
                steps.canConvertToLong() && taken(rest, "steps") ? Long.valueOf(steps.asLong()) : null,
                batch.canConvertToInt() && taken(plan, "batch") ? Integer.valueOf(batch.asInt()) : null,
                seconds.isNumber() && taken(rest, "seconds") ? Double.valueOf(seconds.asDouble()) : null,
                text(rest, "trainer"),
                text(rest, "settings"),
                flat(rest));
    }

    private static boolean taken(ObjectNode object, String name) {
        object.remove(name);
        return true;
    }

    private static @Nullable String text(ObjectNode rest, String name) {
        if (!rest.path(name).isTextual()) {
            return null;
        }
        return rest.remove(name).asText();
    }

    private static Map<String, String> flat(ObjectNode object) {
        Map<String, String> flat = new TreeMap<>();
        object.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode inner) {
                flat(inner).forEach((name, value) -> flat.put(field.getKey() + "." + name, value));
            } else {
                JsonNode value = field.getValue();
                flat.put(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        });
        return flat;
    }
}
