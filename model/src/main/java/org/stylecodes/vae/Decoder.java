package org.stylecodes.vae;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.GroupNorm;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/** Turns latents into pictures. */
record Decoder(Conv2d convIn, Middle middle, List<Level> levels, GroupNorm normOut, Conv2d convOut) {
    /** Residual blocks of one size, then a convolution that doubles the size. The last level has no such convolution. */
    record Level(List<ResnetBlock> blocks, @Nullable Conv2d upsampler) {
        static Level of(Weights weights, int inputs, int outputs, boolean doubles, VaeConfig config) {
            List<ResnetBlock> blocks = new ArrayList<>();
            for (int i = 0; i <= config.layers(); i++) {
                blocks.add(ResnetBlock.of(
                        weights.at("resnets." + i), i == 0 ? inputs : outputs, outputs, config.groups()));
            }
            return new Level(blocks, doubles ? Conv2d.of(weights.at("upsamplers.0.conv"), outputs, outputs, 3) : null);
        }

        Tensor forward(Tensor x) {
            List<UnaryOperator<Tensor>> layers = new ArrayList<>();
            blocks.forEach(block -> layers.add(block::forward));
            if (upsampler != null) {
                layers.add(Level::doubled);
                layers.add(upsampler::forward);
            }
            return Scope.chain(x, layers);
        }

        private static Tensor doubled(Tensor x) {
            return Layers.enlarged(x, 2 * x.size(2), 2 * x.size(3));
        }
    }

    static Decoder of(Weights weights, VaeConfig config) {
        int[] channels = config.channels();
        int last = channels.length - 1;
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            int inputs = channels[Math.min(last, last - i + 1)];
            levels.add(Level.of(weights.at("up_blocks." + i), inputs, channels[last - i], i < last, config));
        }
        return new Decoder(
                Conv2d.of(weights.at("conv_in"), config.latentChannels(), channels[last], 3),
                Middle.of(weights.at("mid_block"), channels[last], config),
                levels,
                GroupNorm.of(weights.at("conv_norm_out"), channels[0], config.groups(), 1e-6),
                Conv2d.of(weights.at("conv_out"), channels[0], 3, 3));
    }

    // (B, latent channels, H, W) to (B, 3, H * factor, W * factor)
    Tensor forward(Tensor latents) {
        List<UnaryOperator<Tensor>> layers = new ArrayList<>(List.of(convIn::forward, middle::forward));
        levels.forEach(level -> layers.add(level::forward));
        layers.addAll(List.of(normOut::silu, convOut::forward));
        return Scope.chain(latents, layers);
    }
}
