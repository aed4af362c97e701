package org.stylecodes.style;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.CodeDistribution;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Config;
import org.stylecodes.tensor.Weights;

/**
 * The configuration of a style part, {@code style/config.json} of a model folder: how codes are read and made, and the defaults of
 * requests. Immutable.
 *
 * @param id the model's id in shared codes: 1 to 16 of {@code a-z 0-9 -}, a letter first
 * @param quantizer how latents become levels
 * @param autoencoder the sizes of the style autoencoder
 * @param featureLayer which layer of the image encoder is encoded: of a vision tower 0 is the embeddings and -1 the last layer; an image
 *     encoder of textures has the layer -1 alone
 * @param preResize side in pixels of the square that a picture is resized to first, before it is resized to the image encoder's size;
 *     0 to leave this step out
 * @param styleTimeEmbedding whether the code is also added to the control branch's time embedding
 * @param defaults the values of fields that a request leaves out
 * @param codes the distribution of the codes seen in training, or null if it is unknown
 * @param provenance where the model comes from: data, seeds, steps, versions, licences; any fields
 */
public record StyleConfig(
        String id,
        Quantizer quantizer,
        StyleAutoencoderConfig autoencoder,
        int featureLayer,
        int preResize,
        boolean styleTimeEmbedding,
        StyleDefaults defaults,
        @Nullable CodeDistribution codes,
        ObjectNode provenance) {
    private static final String RELEASED_ID = "stylecodes";
    private static final int RELEASED_FEATURE_LAYER = -2;
    private static final int RELEASED_PRE_RESIZE = 512;

    /** @throws IllegalArgumentException if a value is out of range, or the latent does not have as many values as a code has symbols */
    public StyleConfig {
        if (!SharedCode.isModelId(id)) {
            throw new IllegalArgumentException(
                    "id is " + id + ", expected 1 to 16 of a-z, 0-9 and -, beginning with a letter");
        }
        if (autoencoder.latent() != StyleCode.LENGTH) {
            throw new IllegalArgumentException(
                    "latent is " + autoencoder.latent() + ", but a style code has " + StyleCode.LENGTH + " symbols");
        }
        if (preResize < 0) {
            throw new IllegalArgumentException(
                    "pre_resize is " + preResize + ", expected a size in pixels, or 0 for none");
        }
        provenance = provenance.deepCopy();
    }

    /** The released checkpoint (Rowles 2024). */
    public static StyleConfig released() {
        return released(StyleAutoencoderConfig.released());
    }

    /**
     * The settings of the release, with the sizes read from a checkpoint without a configuration.
     *
     * @param file the checkpoint, for messages
     * @param weights at the root of the checkpoint's names
     * @throws ModelFormatException if the sizes cannot be determined, or they are not those of a style branch
     */
    public static StyleConfig released(String file, Weights weights) {
        try {
            return released(StyleAutoencoderConfig.of(file, weights.at("sref_autoencoder")));
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file, "the sizes of its tensors do not fit: " + e.getMessage(), e);
        }
    }

    /** Reads {@code style/config.json}. Unknown and contradictory values are refused by name. */
    public static StyleConfig of(Config config) {
        try {
            StyleConfig read = new StyleConfig(
                    config.text("id"),
                    config.choice("quantizer", Quantizer.class),
                    StyleAutoencoderConfig.of(config.object("autoencoder")),
                    config.integer("feature_layer", RELEASED_FEATURE_LAYER),
                    config.integer("pre_resize", RELEASED_PRE_RESIZE),
                    config.flag("style_time_embedding", false),
                    config.has("defaults") ? StyleDefaults.of(config.object("defaults")) : StyleDefaults.recommended(),
                    config.has("codes") ? codes(config.object("codes")) : null,
                    config.freeForm("provenance"));
            config.done();
            return read;
        } catch (IllegalArgumentException e) {
            throw config.refused(e);
        }
    }

    /** The content of {@code style/config.json}. {@link #of} reads it back to an equal configuration. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("quantizer", quantizer.name().toLowerCase(Locale.ROOT));
        json.set("autoencoder", autoencoder.toJson());
        json.put("feature_layer", featureLayer)
                .put("pre_resize", preResize)
                .put("style_time_embedding", styleTimeEmbedding);
        json.set("defaults", defaults.toJson());
        if (codes != null) {
            json.set("codes", codesJson(codes));
        }
        json.set("provenance", provenance());
        return json;
    }

    @Override
    public ObjectNode provenance() {
        return provenance.deepCopy();
    }

    private static StyleConfig released(StyleAutoencoderConfig autoencoder) {
        return new StyleConfig(
                RELEASED_ID,
                Quantizer.LEGACY,
                autoencoder,
                RELEASED_FEATURE_LAYER,
                RELEASED_PRE_RESIZE,
                false,
                StyleDefaults.recommended(),
                null,
                JsonNodeFactory.instance.objectNode());
    }

    private static CodeDistribution codes(Config config) {
        CodeDistribution read = CodeDistribution.of(
                array(config.numbers("mean")),
                config.rows("covariance").stream().map(StyleConfig::array).toArray(double[][]::new));
        config.done();
        return read;
    }

    private static ObjectNode codesJson(CodeDistribution codes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("mean", array(codes.mean()));
        ArrayNode covariance = json.putArray("covariance");
        for (double[] row : codes.covariance()) {
            covariance.add(array(row));
        }
        return json;
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static ArrayNode array(double[] numbers) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(numbers).forEach(array::add);
        return array;
    }
}
