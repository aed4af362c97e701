package org.stylecodes.siglip;

import org.stylecodes.format.Config;
import org.stylecodes.tensor.Activation;
import org.stylecodes.tensor.TransformerLayer;
import org.stylecodes.tensor.Weights;
import org.stylecodes.vision.ImageEncoder;
import org.stylecodes.vision.ImageEncoderConfig;

/**
 * The sizes of a {@link VisionTower}, as transformers' {@code SiglipVisionModel} names them.
 *
 * @param imageSize width and height of a picture in pixels
 * @param patchSize width and height of a patch in pixels; pixels at the right and bottom that do not fill a patch are not read
 * @param layers transformer layers
 * @param sizes the sizes of each layer
 */
public record VisionConfig(int imageSize, int patchSize, int layers, TransformerLayer.Sizes sizes)
        implements ImageEncoderConfig {
    /** @throws IllegalArgumentException if a size is not positive, or a patch is larger than the picture */
    public VisionConfig {
        if (patchSize < 1 || imageSize < patchSize || layers < 1) {
            throw new IllegalArgumentException(
                    "a vision tower cannot have " + layers + " layers, patches of " + patchSize
                            + " pixels and pictures of " + imageSize
                            + " pixels: all must be positive, and a patch must fit into the picture");
        }
    }

    /** The number of patches in a picture. This is also the number of feature vectors. */
    public int patches() {
        int side = imageSize / patchSize;
        return side * side;
    }

    @Override
    public int featureWidth() {
        return sizes.width();
    }

    @Override
    public void requireLayer(int layer) {
        hiddenState(layer);
    }

    @Override
    public ImageEncoder network(Weights weights) {
        return VisionTower.of(this, weights);
    }

    /**
     * The index of a hidden state. There is one more hidden state than there are layers.
     *
     * @param layer 0 for the embeddings, up to the number of layers; or counted from the end: -1 for the output of the last layer
     * @throws IllegalArgumentException if there is no such layer
     */
    public int hiddenState(int layer) {
        int index = layer < 0 ? layers + 1 + layer : layer;
        if (index < 0 || index > layers) {
            throw new IllegalArgumentException("there is no hidden state " + layer + " in a vision tower of " + layers
                    + " layers; expected " + -(layers + 1) + " to " + layers);
        }
        return index;
    }

    /**
     * Reads {@code image_encoder/config.json}, either of a vision tower or of a complete SigLIP. Unknown and contradictory values are
     * refused by name.
     */
    public static VisionConfig of(Config config) {
        if (!config.has("vision_config")) {
            return ofTower(config);
        }
        config.require("model_type", "siglip");
        config.ignore("text_config", "initializer_factor");
        config.ignoreTransformers();
        config.done();
        return ofTower(config.object("vision_config"));
    }

    private static VisionConfig ofTower(Config config) {
        config.require("model_type", "siglip_vision_model");
        config.require("num_channels", 3);
        int width = config.positive("hidden_size", 768);
        int heads = config.positive("num_attention_heads", 12);
        if (width % heads != 0) {
            throw config.refused("num_attention_heads", "is " + heads + ", which does not divide hidden_size " + width);
        }
        int imageSize = config.positive("image_size", 224);
        int patchSize = config.positive("patch_size", 16);
        if (patchSize > imageSize) {
            throw config.refused("patch_size", "is " + patchSize + ", more than image_size " + imageSize);
        }
        VisionConfig read = new VisionConfig(
                imageSize,
                patchSize,
                config.positive("num_hidden_layers", 12),
                new TransformerLayer.Sizes(
                        width,
                        config.positive("intermediate_size", 3072),
                        heads,
                        activation(config),
                        config.number("layer_norm_eps", 1e-6)));
        config.ignore("attention_dropout", "vision_use_head");
        config.ignoreTransformers();
        config.done();
        return read;
    }

    private static Activation activation(Config config) {
        String name = config.text("hidden_act", "gelu_pytorch_tanh");
        return Activation.named(name)
                .orElseThrow(
                        () -> config.refused("hidden_act", "is " + name + ", which is not a supported activation"));
    }
}
