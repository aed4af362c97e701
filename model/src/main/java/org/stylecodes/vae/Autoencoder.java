package org.stylecodes.vae;

import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Lazy;
import org.stylecodes.tensor.Weights;

/**
 * The variational autoencoder of latent diffusion (Rombach et al. 2022), {@code AutoencoderKL} in diffusers. Pictures are (B, 3, H, W) with
 * values in -1..1, where H and W are multiples of {@link VaeConfig#factor}. Latents are (B, {@link VaeConfig#foldedChannels}, H / factor,
 * W / factor). Thread-safe.
 *
 * <p>If the configuration has a latent patch, each square of that side of the map between encoder and decoder becomes the channels of one
 * latent position. The channel {@code (c * patch + y) * patch + x} of the latents holds channel {@code c} at row {@code y} and column
 * {@code x} of the squares.
 */
public record Autoencoder(
        VaeConfig config,
        Supplier<Encoder> encoder,
        Decoder decoder,
        @Nullable Conv2d quant,
        @Nullable Conv2d postQuant) {
    /** The prefix of the encoder's tensor names. */
    public static final String ENCODER = "encoder";

    private static final double MIN_LOG_VARIANCE = -30;
    private static final double MAX_LOG_VARIANCE = 20;

    /**
     * The normal distribution of a picture's latents.
     *
     * @param mean latents
     * @param logVariance the same shape, clamped to -30..20
     */
    public record Moments(Tensor mean, Tensor logVariance) {
        /** A sample, made from standard normal noise of the same shape. */
        public Tensor sample(Tensor noise) {
            return mean.add(Layers.scaled(logVariance, 0.5).exp().mul(noise));
        }
    }

    /** Reads the network. The weights are those of a VAE, from the root of their names. */
    public static Autoencoder of(VaeConfig config, Weights weights) {
        Encoder encoder = Encoder.of(weights.at(ENCODER), config);
        return of(config, weights, () -> encoder);
    }

    /** As {@link #of(VaeConfig, Weights)}, but reads the encoder, which drawing without a start picture does not need, when it is first used. */
    public static Autoencoder decoderFirst(VaeConfig config, Weights weights) {
        return of(config, weights, new Lazy<>(() -> Encoder.of(weights.at(ENCODER), config)));
    }

    private static Autoencoder of(VaeConfig config, Weights weights, Supplier<Encoder> encoder) {
        int channels = config.latentChannels();
        boolean quant = config.quantConvolutions();
        return new Autoencoder(
                config,
                encoder,
                Decoder.of(weights.at("decoder"), config),
                quant ? Conv2d.of(weights.at("quant_conv"), 2 * channels, 2 * channels, 1) : null,
                quant ? Conv2d.of(weights.at("post_quant_conv"), channels, channels, 1) : null);
    }

    /** The latent distribution of pictures, not multiplied by the scaling factor. */
    public Moments encode(Tensor pictures) {
        Tensor moments = encoder.get().forward(pictures);
        moments = quant == null ? moments : quant.forward(moments);
        int channels = config.latentChannels();
        Tensor logVariance = folded(moments.narrow(1, channels, channels));
        return new Moments(
                folded(moments.narrow(1, 0, channels)),
                Layers.clamped(logVariance, MIN_LOG_VARIANCE, MAX_LOG_VARIANCE));
    }

    /** Decodes latents that were divided by the scaling factor to pictures. Values of the pictures may be slightly outside -1..1. */
    public Tensor decode(Tensor latents) {
        int patch = config.latentPatch();
        Tensor unfolded = patch == 1 ? latents : torch.pixel_shuffle(latents, patch);
        return decoder.forward(postQuant == null ? unfolded : postQuant.forward(unfolded));
    }

    // (B, C, h, w) to (B, C * patch * patch, h / patch, w / patch)
    private Tensor folded(Tensor map) {
        int patch = config.latentPatch();
        return patch == 1 ? map : torch.pixel_unshuffle(map, patch);
    }
}
