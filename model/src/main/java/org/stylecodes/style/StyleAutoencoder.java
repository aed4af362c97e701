package org.stylecodes.style;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.LayerNorm;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/**
 * The autoencoder of StyleCodes (Rowles 2024, arXiv 2411.12811). The encoder turns the features of a picture into a latent of a few
 * values, and the decoder turns the latent into a style map for the bottleneck of a UNet. The release left dropout on in inference, so
 * its pictures could not be reproduced; this autoencoder has no dropout. Thread-safe.
 *
 * @param latentStart (1, width): the learned query of the latent, before it attends to the features
 * @param targetStart (1, width): the learned query of every position of the style map, before it attends to the latent
 */
public record StyleAutoencoder(
        StyleAutoencoderConfig config,
        Linear inputProjection,
        PositionalEncoding positions,
        Tensor latentStart,
        List<MultiheadAttention> attentionLayers,
        Linear latentProjection,
        LayerNorm latentNorm,
        Linear memoryProjection,
        Tensor targetStart,
        List<DecoderLayer> decoderLayers,
        Linear outputProjection) {
    private static final double EPSILON = 1e-5;

    /** Makes an autoencoder of copies of the lists. */
    public StyleAutoencoder {
        attentionLayers = List.copyOf(attentionLayers);
        decoderLayers = List.copyOf(decoderLayers);
    }

    /** Reads the network from {@code sref_autoencoder} of a style checkpoint. */
    public static StyleAutoencoder of(StyleAutoencoderConfig config, Weights weights) {
        int width = config.width();
        int latent = config.latent();
        return new StyleAutoencoder(
                config,
                Linear.of(weights.at("input_proj"), config.features(), width),
                PositionalEncoding.of(weights.at("pos_encoder"), width),
                weights.tensor("latent_init", Init.normal(1), 1, width),
                IntStream.range(0, config.attentionLayers())
                        .mapToObj(
                                i -> MultiheadAttention.of(weights.at("attention_layers." + i), width, config.heads()))
                        .toList(),
                Linear.of(weights.at("latent_proj"), width, latent),
                LayerNorm.of(weights.at("latent_norm"), latent, EPSILON),
                Linear.of(weights.at("latent_to_d_model"), latent, width),
                weights.tensor("tgt_init", Init.normal(1), 1, width),
                IntStream.range(0, config.decoderLayers())
                        .mapToObj(i -> DecoderLayer.of(weights.at("transformer_decoder.layers." + i), config))
                        .toList(),
                Linear.of(weights.at("output_proj"), width, config.channels()));
    }

    /**
     * Encodes features to latents that are not yet quantized.
     *
     * @param features (B, tokens, features)
     * @return (B, latent)
     */
    public Tensor encode(Tensor features) {
        return Scope.of(() -> {
            Tensor memory = positions.added(inputProjection.forward(features), (int) features.size(1));
            Tensor latent = latentStart.expand(features.size(0), 1, config.width());
            for (MultiheadAttention layer : attentionLayers) {
                latent = layer.forward(latent, memory);
            }
            return latentNorm.forward(latentProjection.forward(latent.squeeze(1)));
        });
    }

    /**
     * Decodes the values of codes to style maps.
     *
     * @param values (B, latent), quantized or not
     * @param height of the UNet's bottleneck, in positions
     * @param width of the UNet's bottleneck, in positions
     * @return (B, channels, height, width)
     */
    public Tensor decode(Tensor values, int height, int width) {
        return Scope.of(() -> {
            Tensor memory = memoryProjection.forward(values).unsqueeze(1); // (B, 1, width)
            int count = height * width;
            Tensor target = positions.added(targetStart, count).expand(values.size(0), count, config.width());
            for (DecoderLayer layer : decoderLayers) {
                target = layer.forward(target, memory);
            }
            return Layers.map(outputProjection.forward(target), height, width);
        });
    }
}
