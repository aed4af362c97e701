package org.stylecodes.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.LayerNorm;
import org.stylecodes.tensor.TransformerLayer;
import org.stylecodes.tensor.Weights;

/**
 * The text encoder of CLIP (Radford et al. 2021), {@code CLIPTextModel} in transformers: a causal transformer over token ids.
 * Thread-safe.
 *
 * @param tokens (vocabulary, width)
 * @param positions (positions, width)
 */
public record TextEncoder(
        TextConfig config, Tensor tokens, Tensor positions, List<TransformerLayer> layers, LayerNorm finalNorm) {
    private static final Init EMBEDDING = Init.normal(0.02);

    /**
     * Encoded prompts.
     *
     * @param lastHiddenState (B, tokens, width), normalized
     * @param pooled (B, width): the last hidden state at the end token
     */
    public record Encoded(Tensor lastHiddenState, Tensor pooled) {}

    /** Makes an encoder with a copy of the list. */
    public TextEncoder {
        layers = List.copyOf(layers);
    }

    /** Reads the network. The weights are those of a text encoder, from the root of their names. */
    public static TextEncoder of(TextConfig config, Weights weights) {
        Weights model = weights.at("text_model");
        int width = config.sizes().width();
        return new TextEncoder(
                config,
                model.tensor("embeddings.token_embedding.weight", EMBEDDING, config.vocabulary(), width),
                model.tensor("embeddings.position_embedding.weight", EMBEDDING, config.positions(), width),
                IntStream.range(0, config.layers())
                        .mapToObj(i -> TransformerLayer.of(model.at("encoder.layers." + i), config.sizes(), true))
                        .toList(),
                LayerNorm.of(model.at("final_layer_norm"), width, config.sizes().epsilon()));
    }

    /**
     * Encodes prompts.
     *
     * @param ids (B, tokens), int64, each below the vocabulary's size
     * @throws IllegalArgumentException if there are more tokens than positions
     */
    public Encoded forward(Tensor ids) {
        Tensor hidden = embed(ids);
        for (TransformerLayer layer : layers) {
            hidden = layer.forward(hidden);
        }
        Tensor last = finalNorm.forward(hidden);
        return new Encoded(last, pooled(last, ids));
    }

    /**
     * The embeddings and the output of every layer, without the final normalization. There is one more tensor than there are layers, each
     * (B, tokens, width).
     *
     * @param ids (B, tokens), int64, each below the vocabulary's size
     * @throws IllegalArgumentException if there are more tokens than positions
     */
    public List<Tensor> hiddenStates(Tensor ids) {
        List<Tensor> states = new ArrayList<>();
        states.add(embed(ids));
        for (TransformerLayer layer : layers) {
            states.add(layer.forward(states.get(states.size() - 1)));
        }
        return states;
    }

    private Tensor embed(Tensor ids) {
        long count = ids.size(1);
        if (count > config.positions()) {
            throw new IllegalArgumentException(
                    "the prompt has " + count + " tokens; the text encoder takes at most " + config.positions());
        }
        return torch.embedding(tokens, ids).add(positions.narrow(0, 0, count));
    }

    private Tensor pooled(Tensor last, Tensor ids) {
        Tensor score = config.endToken() == TextConfig.LEGACY_END_TOKEN
                ? ids
                : ids.eq(new Scalar(config.endToken())).to(ScalarType.Int);
        Tensor position = torch.argmax(score, new LongOptional(1), false); // (B)
        Tensor index = position.view(-1, 1, 1).expand(-1, 1, last.size(2));
        return last.gather(1, index).squeeze(1);
    }
}
