package org.stylecodes.unet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stylecodes.format.Config;

/**
 * The sizes and options of a {@link UNet}, as diffusers' {@code UNet2DConditionModel} names them, and the width of codes, which diffusers
 * does not have. Immutable.
 *
 * @param sampleSize the side of the latent square that the model was trained for
 * @param inChannels channels of the noisy latents
 * @param outChannels channels of the prediction
 * @param levels from the full size down; every level except the last halves the size
 * @param groups the number of groups of every group normalization
 * @param epsilon of the normalizations in residual blocks
 * @param textWidth width of the prompt's hidden states
 * @param pooledWidth width of the pooled prompt that is added to the time embedding, or 0 if there is none
 * @param codeWidth how many values a style code has, if it is added to the time embedding; 0 if the UNet does not read codes
 * @param timeWidth width of the time embedding
 * @param cosineFirst whether the cosines of the time embedding come before the sines
 * @param frequencyShift subtracted from the number of frequencies in the exponent of the time embedding
 * @param scaleShift whether the time embedding scales and shifts a normalization; otherwise it is added before the normalization
 * @param linearProjection whether spatial transformers begin and end with linear layers; otherwise with 1x1 convolutions
 */
public record UNetConfig(
        int sampleSize,
        int inChannels,
        int outChannels,
        List<Level> levels,
        int groups,
        double epsilon,
        int textWidth,
        int pooledWidth,
        int codeWidth,
        int timeWidth,
        boolean cosineFirst,
        double frequencyShift,
        boolean scaleShift,
        boolean linearProjection) {

    /**
     * One resolution within the network.
     *
     * @param channels channels of the map
     * @param layers residual blocks in the down path; the up path has one more
     * @param downAttention whether each residual block in the down path is followed by a spatial transformer
     * @param upAttention whether each residual block in the up path is followed by a spatial transformer
     * @param heads attention heads
     * @param transformers blocks in one spatial transformer
     */
    public record Level(
            int channels, int layers, boolean downAttention, boolean upAttention, int heads, int transformers) {}

    /** Makes a configuration with a copy of the levels. */
    public UNetConfig {
        levels = List.copyOf(levels);
    }

    /** The lowest level. The bottleneck has its sizes too. */
    public Level bottom() {
        return levels.get(levels.size() - 1);
    }

    /** The number of positions in the bottleneck along a side that has {@code positions} in the latent. */
    public int bottleneck(int positions) {
        int left = positions;
        for (int level = 1; level < levels.size(); level++) {
            left = (left + 1) / 2; // a convolution of stride 2 rounds up
        }
        return left;
    }

    /** The channels of the map after each step of the up path, the step above the bottleneck first. */
    public List<Integer> upChannels() {
        List<Integer> channels = new ArrayList<>();
        for (int i = levels.size() - 1; i >= 0; i--) {
            channels.addAll(Collections.nCopies(
                    levels.get(i).layers() + 1, levels.get(i).channels()));
        }
        return List.copyOf(channels);
    }

    /** The same configuration with linear layers at both ends of every spatial transformer. */
    public UNetConfig withLinearProjection() {
        return new UNetConfig(
                sampleSize,
                inChannels,
                outChannels,
                levels,
                groups,
                epsilon,
                textWidth,
                pooledWidth,
                codeWidth,
                timeWidth,
                cosineFirst,
                frequencyShift,
                scaleShift,
                true);
    }

    /** Reads {@code unet/config.json}. Unknown, unsupported and contradictory values are refused by name. */
    public static UNetConfig of(Config config) {
        requireSupported(config);
        List<Level> levels = levels(config);
        int top = levels.get(0).channels();
        if (top % 2 != 0) {
            throw config.refused("block_out_channels", "begins with " + top + ", expected an even number");
        }
        UNetConfig read = new UNetConfig(
                config.positive("sample_size", 64),
                config.positive("in_channels", 4),
                config.positive("out_channels", 4),
                levels,
                config.positive("norm_num_groups", 32),
                config.number("norm_eps", 1e-5),
                config.positive("cross_attention_dim", 1280),
                pooledWidth(config),
                config.has("style_code_dim") ? config.positive("style_code_dim") : 0,
                config.positive("time_embedding_dim", 4 * top),
                config.flag("flip_sin_to_cos", true),
                config.number("freq_shift", 0),
                config.text("resnet_time_scale_shift", "default").equals("scale_shift"),
                config.flag("use_linear_projection", false));
        config.done();
        return read;
    }

    private static List<Level> levels(Config config) {
        int[] channels = config.has("block_out_channels")
                ? config.integers("block_out_channels")
                : new int[] {320, 640, 1280, 1280};
        int count = channels.length;
        boolean[] down = attention(config, "down_block_types", "DownBlock2D", "CrossAttnDownBlock2D", count);
        boolean[] up = attention(config, "up_block_types", "UpBlock2D", "CrossAttnUpBlock2D", count);
        int[] layers = config.integersOf("layers_per_block", count, 2);
        int[] transformers = config.integersOf("transformer_layers_per_block", count, 1);
        // In diffusers, attention_head_dim has always meant the number
        // of heads. The misleading name was kept for compatibility.
        String headsKey = config.has("num_attention_heads") ? "num_attention_heads" : "attention_head_dim";
        int[] heads = config.integersOf(headsKey, count, 8);
        config.ignore("attention_head_dim");
        int groups = config.positive("norm_num_groups", 32);
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requireDivides(config, channels[i], "norm_num_groups", groups);
            requireDivides(config, channels[i], headsKey, heads[i]);
            levels.add(new Level(channels[i], layers[i], down[i], up[count - 1 - i], heads[i], transformers[i]));
        }
        return levels;
    }

    private static boolean[] attention(Config config, String key, String plain, String attending, int levels) {
        boolean[] attention = new boolean[levels];
        if (!config.has(key)) {
            throw config.refused(key, "is missing; expected " + levels + " entries of " + plain + " or " + attending);
        }
        String[] types = config.texts(key);
        if (types.length != levels) {
            throw config.refused(key, "has " + types.length + " entries, but block_out_channels has " + levels);
        }
        for (int i = 0; i < levels; i++) {
            attention[i] = types[i].equals(attending);
            if (!attention[i] && !types[i].equals(plain)) {
                throw config.refused(key, "has " + types[i] + ", supported: " + plain + ", " + attending);
            }
        }
        return attention;
    }

    private static int pooledWidth(Config config) {
        String key = "projection_class_embeddings_input_dim";
        boolean projected = config.has("class_embed_type");
        if (projected != config.has(key)) {
            throw config.refused(key, "must be given with class_embed_type, and only with it");
        }
        return projected ? config.positive(key) : 0;
    }

    private static void requireDivides(Config config, int channels, String key, int divisor) {
        if (divisor < 1 || channels % divisor != 0) {
            throw config.refused(
                    key, "is " + divisor + ", which does not divide " + channels + " of block_out_channels");
        }
    }

    private static void requireSupported(Config config) {
        config.require("act_fn", "silu", "swish");
        config.require("addition_embed_type");
        config.require("attention_type", "default");
        config.require("center_input_sample", false);
        config.require("class_embed_type", "projection");
        config.require("class_embeddings_concat", false);
        config.require("conv_in_kernel", 3);
        config.require("conv_out_kernel", 3);
        config.require("cross_attention_norm");
        config.require("downsample_padding", 1);
        config.require("dual_cross_attention", false);
        config.require("encoder_hid_dim");
        config.require("encoder_hid_dim_type");
        config.require("mid_block_only_cross_attention", false);
        config.require("mid_block_scale_factor", 1, 1.0);
        config.require("mid_block_type", "UNetMidBlock2DCrossAttn");
        config.require("num_class_embeds");
        config.require("only_cross_attention", false);
        config.require("resnet_out_scale_factor", 1, 1.0);
        config.require("resnet_skip_time_act", false);
        config.require("resnet_time_scale_shift", "default", "scale_shift");
        config.require("reverse_transformer_layers_per_block");
        config.require("time_cond_proj_dim");
        config.require("time_embedding_act_fn");
        config.require("time_embedding_type", "positional");
        config.require("timestep_post_act");
        config.ignore("addition_embed_type_num_heads", "addition_time_embed_dim", "dropout", "upcast_attention");
    }
}
