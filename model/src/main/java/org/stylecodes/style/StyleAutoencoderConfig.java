package org.stylecodes.style;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Config;
import org.stylecodes.tensor.Weights;

/**
 * The sizes of a {@link StyleAutoencoder}.
 *
 * @param features width of the image encoder's features
 * @param latent values in a latent, one for each symbol of a code
 * @param width hidden width of a token
 * @param heads attention heads; the width must be a multiple of them
 * @param attentionLayers attention layers of the encoder
 * @param decoderLayers layers of the decoder
 * @param feedForward hidden width of a decoder layer's feed-forward block
 * @param channels channels of the style map, equal to those of the UNet's bottleneck
 */
public record StyleAutoencoderConfig(
        int features,
        int latent,
        int width,
        int heads,
        int attentionLayers,
        int decoderLayers,
        int feedForward,
        int channels) {
    private static final int RELEASED_HEADS = 4;

    /** @throws IllegalArgumentException if a size is not positive, or the width is not a multiple of the heads */
    public StyleAutoencoderConfig {
        positive("features", features);
        positive("latent", latent);
        positive("width", width);
        positive("heads", heads);
        positive("attentionLayers", attentionLayers);
        positive("decoderLayers", decoderLayers);
        positive("feedForward", feedForward);
        positive("channels", channels);
        if (width % heads != 0) {
            throw new IllegalArgumentException("the width " + width + " is not a multiple of the " + heads + " heads");
        }
    }

    /** The sizes of the released checkpoint, for SigLIP-B/16 features and the bottleneck of Stable Diffusion 1.5. */
    public static StyleAutoencoderConfig released() {
        return new StyleAutoencoderConfig(768, 20, 512, RELEASED_HEADS, 3, 2, 2048, 1280);
    }

    /**
     * Reads the sizes of a checkpoint without a configuration from its tensors. No tensor depends on the number of heads, so that of the
     * release, 4, is assumed.
     *
     * @param file the checkpoint, for messages
     * @param weights at {@code sref_autoencoder}
     * @throws ModelFormatException if a tensor is missing
     * @throws IllegalArgumentException if a size is not positive, or the width is not a multiple of the heads
     */
    static StyleAutoencoderConfig of(String file, Weights weights) {
        long[] input = shape(file, weights, "input_proj.weight"); // (width, features)
        return new StyleAutoencoderConfig(
                (int) input[1],
                (int) shape(file, weights, "latent_proj.weight")[0],
                (int) input[0],
                RELEASED_HEADS,
                count(weights, "attention_layers.", ".in_proj_weight"),
                count(weights, "transformer_decoder.layers.", ".linear1.weight"),
                (int) shape(file, weights, "transformer_decoder.layers.0.linear1.weight")[0],
                (int) shape(file, weights, "output_proj.weight")[0]);
    }

    static StyleAutoencoderConfig of(Config config) {
        int width = config.positive("width");
        int heads = config.positive("heads");
        if (width % heads != 0) {
            throw config.refused("heads", "is " + heads + ", which does not divide width " + width);
        }
        StyleAutoencoderConfig read = new StyleAutoencoderConfig(
                config.positive("features"),
                config.positive("latent"),
                width,
                heads,
                config.positive("attention_layers"),
                config.positive("decoder_layers"),
                config.positive("feed_forward"),
                config.positive("channels"));
        config.done();
        return read;
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("features", features)
                .put("latent", latent)
                .put("width", width)
                .put("heads", heads)
                .put("attention_layers", attentionLayers)
                .put("decoder_layers", decoderLayers)
                .put("feed_forward", feedForward)
                .put("channels", channels);
    }

    private static long[] shape(String file, Weights weights, String name) {
        return weights.shape(name)
                .filter(shape -> shape.length == 2)
                .orElseThrow(() -> new ModelFormatException(
                        file, name, -1, "is missing or is not a matrix; the sizes cannot be determined without it"));
    }

    private static int count(Weights weights, String before, String after) {
        return (int) IntStream.iterate(0, i -> i + 1)
                .takeWhile(i -> weights.has(before + i + after))
                .count();
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ", expected at least 1");
        }
    }
}
