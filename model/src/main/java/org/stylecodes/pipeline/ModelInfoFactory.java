package org.stylecodes.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.stylecodes.Guidance;
import org.stylecodes.GuidanceMode;
import org.stylecodes.ModelInfo;
import org.stylecodes.Precision;
import org.stylecodes.Size;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Part;
import org.stylecodes.prompt.KnownWords;
import org.stylecodes.style.ProvenanceJson;
import org.stylecodes.style.StyleDefaults;

/** Makes a {@link ModelInfo} from a model's configurations. */
final class ModelInfoFactory {
    private ModelInfoFactory() {}

    /**
     * Makes the description of a model.
     *
     * @param file the model folder, for messages
     * @param words the words that the tokenizer's folder lists
     * @param precision of the networks that draw
     * @param released whether the style part is the released checkpoint; that one has no defaults, so the picture size comes from the base
     */
    static ModelInfo of(String file, Configs configs, KnownWords words, boolean released, Precision precision) {
        StyleDefaults defaults = configs.style().defaults();
        return new ModelInfo(
                configs.style().id(),
                released ? sizeOfBase(file, configs) : new Size(defaults.width(), defaults.height()),
                configs.sizeStep(),
                defaults.strength(),
                guidance(defaults),
                defaults.steps(),
                defaults.sampler(),
                precision,
                words,
                parameters(configs),
                ProvenanceJson.read(configs.style().provenance()));
    }

    private static Size sizeOfBase(String file, Configs configs) {
        long side = (long) configs.unet().sampleSize() * configs.sizeStep();
        if (side > Size.LONGEST) {
            throw new ModelFormatException(
                    file,
                    "the sample_size of the UNet is " + configs.unet().sampleSize() + ", which means pictures of "
                            + side + "x" + side + " pixels; expected sides of at most " + Size.LONGEST);
        }
        return new Size((int) side, (int) side);
    }

    private static Guidance guidance(StyleDefaults defaults) {
        boolean separate = defaults.mode() == GuidanceMode.SEPARATE;
        return new Guidance(
                defaults.mode(),
                defaults.guidance(),
                separate ? Double.valueOf(defaults.styleGuidance()) : null,
                defaults.guidanceInterval(),
                defaults.styleInterval());
    }

    private static Map<String, Long> parameters(Configs configs) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            counts.put(
                    part.folder(),
                    configs.outline(part).values().stream()
                            .mapToLong(shape -> LongStream.of(shape).reduce(1, (a, b) -> a * b))
                            .sum());
        }
        return counts;
    }
}
