package org.stylecodes.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.stylecodes.clip.TextConfig;
import org.stylecodes.format.Part;
import org.stylecodes.format.Published;
import org.stylecodes.pipeline.Configs;
import org.stylecodes.siglip.VisionConfig;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.unet.UNetConfig;
import org.stylecodes.vae.VaeConfig;

/** The tensor names and shapes of the full-size models, against what the networks ask for with the published configurations. */
final class NamesCheck {
    /** The pooling head of SigLIP, which nothing here needs. */
    private static final String UNUSED = "vision_model.head.";

    private NamesCheck() {}

    /** A file has the names of several parts, each under the name of its folder, or those of the style part alone. */
    static void run(Archive archive, String file, Comparison comparison) {
        JsonNode golden = archive.json(file);
        Configs configs = published();
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
            String asked = Arrays.toString(shape).replace(" ", "");
            String there = published.remove(name);
            comparison.equal("the shape of " + name, String.valueOf(there), asked);
        });
        comparison.equal("what nothing asks for of " + part.folder(), Map.of(), published);
    }

    /** The configurations as published, and the released style checkpoint. */
    private static Configs published() {
        return new Configs(
                UNetConfig.of(Published.config(Part.UNET)),
                VaeConfig.of(Published.config(Part.VAE)),
                TextConfig.of(Published.config(Part.TEXT_ENCODER)),
                VisionConfig.of(Published.config(Part.IMAGE_ENCODER)),
                StyleConfig.released());
    }
}
