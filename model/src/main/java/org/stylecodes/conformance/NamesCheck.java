package org.stylecodes.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.stylecodes.format.Part;
import org.stylecodes.pipeline.Configs;

/** Compares the tensor names and shapes of the full-size models with those that the networks need for the published configurations. */
final class NamesCheck {
    /** The pooling head of SigLIP, which no network uses. */
    private static final String UNUSED = "vision_model.head.";

    private NamesCheck() {}

    /** A file has the names of several parts, each under the name of its folder, or only those of the style part. */
    static void run(Archive archive, String file, Comparison comparison) {
        JsonNode golden = archive.json(file);
        Configs configs = Configs.published();
        for (Part part : Part.values()) {
            if (golden.path(part.folder()).isObject()) {
                compare(part, golden.get(part.folder()), configs, comparison);
            }
        }
        if (golden.elements().hasNext() && golden.elements().next().isArray()) {
            compare(Part.STYLE, golden, configs, comparison);
        }
    }

    private static void compare(Part part, JsonNode golden, Configs configs, Comparison comparison) {
        Map<String, String> published = new TreeMap<>();
        golden.properties().stream()
                .filter(entry -> !entry.getKey().startsWith(UNUSED))
                .forEach(entry -> published.put(entry.getKey(), entry.getValue().toString()));
        configs.outline(part).forEach((name, shape) -> {
            String expectedShape = Arrays.toString(shape).replace(" ", "");
            String publishedShape = published.remove(name);
            comparison.equal("the shape of " + name, String.valueOf(publishedShape), expectedShape);
        });
        comparison.equal("the unused tensors of " + part.folder(), Map.of(), published);
    }
}
