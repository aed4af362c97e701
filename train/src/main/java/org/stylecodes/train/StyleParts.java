package org.stylecodes.train;

import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.clip.TextConfig;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.clip.Tokenizer;
import org.stylecodes.sampler.NoiseSchedule;
import org.stylecodes.siglip.VisionConfig;
import org.stylecodes.siglip.VisionTower;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Weights;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;

/**
 * What the style stage builds on and leaves as it is: the base, its prompt encoder, and the way from a picture to a code.
 *
 * @param unetWeights the base's tensors, from which the control branch begins
 * @param stored the tensors of the style part as the vision stage left them
 */
record StyleParts(
        StyleConfig style,
        UNetConfig unetConfig,
        Weights unetWeights,
        UNet unet,
        TextEncoder text,
        Tokenizer tokenizer,
        NoiseSchedule schedule,
        VisionTower vision,
        Map<String, Tensor> stored) {
    /** The tensors by which a picture becomes a code; the rest of the autoencoder is trained. */
    private static final String ENCODING =
            "sref_autoencoder\\.(input_proj|pos_encoder|latent_init|attention_layers|latent_proj|latent_norm)\\b.*";

    /** Reads all parts of a model folder. */
    static StyleParts of(ModelParts parts) {
        UNetConfig unetConfig = UNetConfig.of(parts.config("unet"));
        Weights unetWeights = Weights.of("unet", parts.tensors("unet"));
        return new StyleParts(
                StyleConfig.of(parts.config("style")),
                unetConfig,
                unetWeights,
                UNet.of(unetConfig, unetWeights),
                TextEncoder.of(
                        TextConfig.of(parts.config("text_encoder")),
                        Weights.of("text_encoder", parts.tensors("text_encoder"))),
                parts.tokenizer(),
                parts.schedule(),
                VisionTower.of(
                        VisionConfig.of(parts.config("image_encoder")),
                        Weights.of("image_encoder", parts.tensors("image_encoder"))),
                parts.tensors("style"));
    }

    /** Pixels (B, 3, H, W) to the values of their codes (B, latent). */
    Tensor values(Tensor pixels) {
        StyleAutoencoder encoder = StyleAutoencoder.of(
                style.autoencoder(), Weights.of("style", stored).at("sref_autoencoder"));
        return style.quantizer().straightThrough(encoder.encode(vision.features(pixels, style.featureLayer())));
    }

    /** The tensors of the decoder of codes as the vision stage left them, which is as they were drawn. */
    Map<String, Tensor> decoderStart() {
        Map<String, Tensor> start = new TreeMap<>();
        stored.forEach((name, tensor) -> {
            if (name.startsWith("sref_autoencoder.") && !name.matches(ENCODING)) {
                start.put(name, tensor.clone());
            }
        });
        return start;
    }

    /** The trained tensors where there are any, and behind them those that stay as they are. */
    Weights behind(Weights trained) {
        Weights frozen = Weights.of("style", stored);
        return Weights.of(new Weights.Source() {
            @Override
            public Tensor tensor(String name, Init init, long... shape) {
                return (trained.has(name) ? trained : frozen).tensor(name, init, shape);
            }

            @Override
            public boolean has(String name) {
                return trained.has(name) || frozen.has(name);
            }
        });
    }
}
