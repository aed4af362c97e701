package org.stylecodes.unet;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.GroupNorm;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/** Transformer blocks over the positions of a map (Rombach et al. 2022). */
record SpatialTransformer(GroupNorm norm, Projection entrance, List<TransformerBlock> blocks, Projection exit) {
    private static final double EPSILON = 1e-6;

    static SpatialTransformer of(Weights weights, UNetConfig config, UNetConfig.Level level) {
        int channels = level.channels();
        return new SpatialTransformer(
                GroupNorm.of(weights.at("norm"), channels, config.groups(), EPSILON),
                Projection.of(weights.at("proj_in"), channels, config.linearProjection()),
                IntStream.range(0, level.transformers())
                        .mapToObj(i -> TransformerBlock.of(
                                weights.at("transformer_blocks." + i), channels, config.textWidth(), level.heads()))
                        .toList(),
                Projection.of(weights.at("proj_out"), channels, config.linearProjection()));
    }

    // (B, C, H, W) to the same
    Tensor forward(Tensor map, Context context) {
        return Scope.of(() -> {
            Tensor tokens = Scope.of(() -> entrance.forward(Layers.tokens(norm.forward(map))));
            for (TransformerBlock block : blocks) {
                tokens = block.forward(tokens, context);
            }
            return Layers.map(exit.forward(tokens), map.size(2), map.size(3)).add(map);
        });
    }

    // The layers that make keys and values of the prompt.
    Stream<Linear> promptLayers() {
        return blocks.stream()
                .flatMap(block -> Stream.of(block.cross().key(), block.cross().value()));
    }
}
