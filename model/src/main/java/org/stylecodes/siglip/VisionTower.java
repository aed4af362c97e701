package org.stylecodes.siglip;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.LayerNorm;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.TransformerLayer;
import org.stylecodes.tensor.Weights;
import org.stylecodes.vision.ImageEncoder;

/**
 * The vision tower of SigLIP (Zhai et al. 2023), {@code SiglipVisionModel} in transformers without its pooling head: a transformer over
 * the patches of a picture, without a class token. Thread-safe.
 *
 * @param positions (patches, width)
 */
public record VisionTower(
        VisionConfig config, Conv2d patches, Tensor positions, List<TransformerLayer> layers, LayerNorm postNorm)
        implements ImageEncoder {
    /** Makes a tower with a copy of the list. */
    public VisionTower {
        layers = List.copyOf(layers);
    }

    /** Reads the network. The weights are those of SigLIP, from the root of their names; text tower and pooling head are not read. */
    public static VisionTower of(VisionConfig config, Weights weights) {
        Weights model = weights.at("vision_model");
        int width = config.sizes().width();
        int patch = config.patchSize();
        return new VisionTower(
                config,
                Conv2d.of(model.at("embeddings.patch_embedding"), 3, width, patch, patch, 0),
                model.tensor(
                        "embeddings.position_embedding.weight",
                        Init.normal(1 / Math.sqrt(width)),
                        config.patches(),
                        width),
                IntStream.range(0, config.layers())
                        .mapToObj(i -> TransformerLayer.of(model.at("encoder.layers." + i), config.sizes(), false))
                        .toList(),
                LayerNorm.of(model.at("post_layernorm"), width, config.sizes().epsilon()));
    }

    /**
     * The embeddings and the output of every layer, without the final normalization.
     *
     * @param pixels (B, 3, imageSize, imageSize), normalized by {@link Preprocessor}
     * @return one tensor more than there are layers, each (B, patches, width)
     */
    public List<Tensor> hiddenStates(Tensor pixels) {
        return hiddenStates(pixels, layers.size());
    }

    /**
     * One of the hidden states. The layers after it are not computed.
     *
     * @param pixels (B, 3, imageSize, imageSize), normalized by {@link Preprocessor}
     * @param layer 0 for the embeddings, up to the number of layers; or counted from the end: -1 for the output of the last layer, -2
     *     for that of the second-last layer
     * @return (B, patches, width)
     * @throws IllegalArgumentException if there is no such layer
     */
    @Override
    public Tensor features(Tensor pixels, int layer) {
        int index = config.hiddenState(layer);
        return hiddenStates(pixels, index).get(index);
    }

    /** The output of the last layer, normalized: (B, patches, width). */
    public Tensor forward(Tensor pixels) {
        return postNorm.forward(features(pixels, -1));
    }

    private List<Tensor> hiddenStates(Tensor pixels, int count) {
        List<Tensor> states = new ArrayList<>();
        states.add(embed(pixels));
        for (TransformerLayer layer : layers.subList(0, count)) {
            states.add(layer.forward(states.get(states.size() - 1)));
        }
        return states;
    }

    private Tensor embed(Tensor pixels) {
        int size = config.imageSize();
        if (pixels.size(2) != size || pixels.size(3) != size) {
            throw new IllegalArgumentException("the picture is " + pixels.size(3) + "x" + pixels.size(2)
                    + "; the vision tower expects " + size + "x" + size);
        }
        return Layers.tokens(patches.forward(pixels)).add(positions);
    }
}
