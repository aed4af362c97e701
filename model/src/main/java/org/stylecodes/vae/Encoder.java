package org.stylecodes.vae;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.GroupNorm;
import org.stylecodes.tensor.Weights;

/** Turns pictures into the moments of their latents. */
record Encoder(Conv2d convIn, List<Level> levels, Middle middle, GroupNorm normOut, Conv2d convOut) {
    /** Residual blocks of one size, then a convolution that halves the size. The last level has no such convolution. */
    record Level(List<ResnetBlock> blocks, @Nullable Conv2d downsampler) {
        static Level of(Weights weights, int inputs, int outputs, boolean halves, VaeConfig config) {
            List<ResnetBlock> blocks = new ArrayList<>();
            for (int i = 0; i < config.layers(); i++) {
                blocks.add(ResnetBlock.of(
                        weights.at("resnets." + i), i == 0 ? inputs : outputs, outputs, config.groups()));
            }
            Conv2d downsampler =
                    halves ? Conv2d.of(weights.at("downsamplers.0.conv"), outputs, outputs, 3, 2, 0) : null;
            return new Level(blocks, downsampler);
        }

        Tensor forward(Tensor x) {
            Tensor hidden = x;
            for (ResnetBlock block : blocks) {
                hidden = block.forward(hidden);
            }
            // The published encoder pads only on the right and at the bottom.
            return downsampler == null ? hidden : downsampler.forward(torch.constant_pad_nd(hidden, 0, 1, 0, 1));
        }
    }

    static Encoder of(Weights weights, VaeConfig config) {
        int[] channels = config.channels();
        int last = channels.length - 1;
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            levels.add(Level.of(
                    weights.at("down_blocks." + i), channels[Math.max(0, i - 1)], channels[i], i < last, config));
        }
        return new Encoder(
                Conv2d.of(weights.at("conv_in"), 3, channels[0], 3),
                levels,
                Middle.of(weights.at("mid_block"), channels[last], config),
                GroupNorm.of(weights.at("conv_norm_out"), channels[last], config.groups(), 1e-6),
                Conv2d.of(weights.at("conv_out"), channels[last], 2 * config.latentChannels(), 3));
    }

    // (B, 3, H, W) to (B, 2 * latent channels, H / factor, W / factor)
    Tensor forward(Tensor picture) {
        Tensor hidden = convIn.forward(picture);
        for (Level level : levels) {
            hidden = level.forward(hidden);
        }
        return convOut.forward(normOut.silu(middle.forward(hidden)));
    }
}
