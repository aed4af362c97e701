package org.stylecodes.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.stylecodes.ModelFormatException;
import org.stylecodes.clip.TextConfig;
import org.stylecodes.format.Config;
import org.stylecodes.format.Part;
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

    /** The configurations of Stable Diffusion 1.5 and SigLIP-B/16-224 as published, and the released style checkpoint. */
    private static Configs published() {
        String file = "sd15.json";
        try (InputStream resource = NamesCheck.class.getResourceAsStream(file)) {
            JsonNode json = new ObjectMapper().readTree(resource);
            return new Configs(
                    UNetConfig.of(config(file, json, Part.UNET)),
                    VaeConfig.of(config(file, json, Part.VAE)),
                    TextConfig.of(config(file, json, Part.TEXT_ENCODER)),
                    VisionConfig.of(config(file, json, Part.IMAGE_ENCODER)),
                    StyleConfig.released());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Config config(String file, JsonNode json, Part part) {
        JsonNode config = json.get(part.folder());
        if (config == null) {
            throw new ModelFormatException(file, part.folder(), -1, "is missing");
        }
        return Config.of(file, config);
    }
}
