package org.stylecodes.clip;

import org.stylecodes.format.Config;
import org.stylecodes.tensor.Activation;
import org.stylecodes.tensor.TransformerLayer;

/**
 * The sizes of a {@link TextEncoder}, as transformers' {@code CLIPTextModel} names them.
 *
 * @param vocabulary the number of token ids
 * @param positions the maximum number of tokens in a prompt
 * @param layers the number of transformer layers; with 0, only the embeddings and the final normalization are left
 * @param sizes the sizes of each layer
 * @param endToken the token id at whose first position a prompt is pooled
 */
public record TextConfig(int vocabulary, int positions, int layers, TransformerLayer.Sizes sizes, int endToken) {
    /** The wrong end token in old configurations. A prompt is then pooled at its highest id. */
    static final int LEGACY_END_TOKEN = 2;

    /** @throws IllegalArgumentException if there is no token or position, or a negative number of layers */
    public TextConfig {
        if (vocabulary < 1 || positions < 1 || layers < 0) {
            throw new IllegalArgumentException("a text encoder cannot have " + vocabulary + " ids, " + positions
                    + " positions and " + layers + " layers; expected at least 1, 1 and 0");
        }
    }

    /** Reads {@code text_encoder/config.json}. Unknown and contradictory values are refused by name. */
    public static TextConfig of(Config config) {
        config.require("model_type", "clip_text_model");
        int width = config.positive("hidden_size", 512);
        int heads = config.positive("num_attention_heads", 8);
        if (width % heads != 0) {
            throw config.refused("num_attention_heads", "is " + heads + ", which does not divide hidden_size " + width);
        }
        int layers = config.integer("num_hidden_layers", 12);
        if (layers < 0) {
            throw config.refused("num_hidden_layers", "is " + layers + ", expected 0 or more");
        }
        TextConfig read = new TextConfig(
                config.positive("vocab_size", 49408),
                config.positive("max_position_embeddings", 77),
                layers,
                new TransformerLayer.Sizes(
                        width,
                        config.positive("intermediate_size", 2048),
                        heads,
                        activation(config),
                        config.number("layer_norm_eps", 1e-5)),
                config.integer("eos_token_id", 49407));
        config.ignore("attention_dropout", "dropout", "projection_dim", "initializer_factor", "initializer_range");
        config.ignoreTransformers();
        config.done();
        return read;
    }

    /** The id of the end token, also if the configuration has the wrong one of old files. */
    public int lastToken() {
        return endToken == LEGACY_END_TOKEN ? vocabulary - 1 : endToken;
    }

    private static Activation activation(Config config) {
        String name = config.text("hidden_act", "quick_gelu");
        return Activation.named(name)
                .orElseThrow(
                        () -> config.refused("hidden_act", "is " + name + ", which is not a supported activation"));
    }
}
