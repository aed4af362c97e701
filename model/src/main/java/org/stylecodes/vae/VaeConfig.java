package org.stylecodes.vae;

import org.stylecodes.format.Config;

/**
 * The sizes of an {@link Autoencoder}, as diffusers' {@code AutoencoderKL} names them, and the folding of its latents, which diffusers does
 * not have. Immutable.
 *
 * @param channels channels of each level, from the picture down; every level except the last halves the size
 * @param layers residual blocks per level of the encoder; the decoder has one more
 * @param latentChannels channels of the map between the encoder and the decoder
 * @param latentPatch the side of the squares of that map that become one latent position each; 1 if the map itself is the latents
 * @param groups the number of groups of every group normalization
 * @param midAttention whether the middle has an attention layer
 * @param quantConvolutions whether there is a 1x1 convolution on either side of the latents
 * @param scalingFactor the factor of the latents before noise is added
 */
public record VaeConfig(
        int[] channels,
        int layers,
        int latentChannels,
        int latentPatch,
        int groups,
        boolean midAttention,
        boolean quantConvolutions,
        double scalingFactor) {

    private static final int LARGEST_PATCH = 16;

    /** The side in pixels of the square that one latent position stands for. */
    public int factor() {
        return (1 << (channels.length - 1)) * latentPatch;
    }

    /** The channels of the latents, which are those that the UNet reads and predicts. */
    public int foldedChannels() {
        return latentChannels * latentPatch * latentPatch;
    }

    /** Reads {@code vae/config.json}. Unknown and contradictory values are refused by name. */
    public static VaeConfig of(Config config) {
        int[] channels = config.integers("block_out_channels");
        int groups = config.positive("norm_num_groups", 32);
        for (int width : channels) {
            if (width % groups != 0) {
                throw config.refused(
                        "block_out_channels",
                        "has " + width + ", which is not a multiple of norm_num_groups " + groups);
            }
        }
        int patch = config.positive("latent_patch_size", 1);
        if (patch > LARGEST_PATCH) {
            throw config.refused("latent_patch_size", "is " + patch + ", expected 1 to " + LARGEST_PATCH);
        }
        blockTypes(config, "down_block_types", "DownEncoderBlock2D", channels.length);
        blockTypes(config, "up_block_types", "UpDecoderBlock2D", channels.length);
        config.require("in_channels", 3);
        config.require("out_channels", 3);
        config.require("act_fn", "silu", "swish");
        config.require("shift_factor");
        config.require("latents_mean");
        config.require("latents_std");
        boolean quant = config.flag("use_quant_conv", true);
        config.require("use_post_quant_conv", quant);
        VaeConfig read = new VaeConfig(
                channels,
                config.positive("layers_per_block", 1),
                config.positive("latent_channels", 4),
                patch,
                groups,
                config.flag("mid_block_add_attention", true),
                quant,
                config.number("scaling_factor", 0.18215));
        config.ignore("sample_size", "force_upcast");
        config.done();
        return read;
    }

    private static void blockTypes(Config config, String key, String supported, int levels) {
        String[] types = config.texts(key);
        if (types.length != levels) {
            throw config.refused(key, "has " + types.length + " entries, but block_out_channels has " + levels);
        }
        for (String type : types) {
            if (!type.equals(supported)) {
                throw config.refused(key, "has " + type + ", supported: " + supported);
            }
        }
    }
}
