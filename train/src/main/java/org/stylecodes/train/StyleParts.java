package org.stylecodes.train;

import java.util.HashMap;
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
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Weights;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;

/**
 * What the style stage builds on and leaves as it is: the base, its prompt encoder, and the way from a picture to a code.
 *
 * @param unetWeights the base's tensors, from which the control branch begins
 * @param encoding the tensors by which the vision stage makes codes of pictures
 * @param encoder the autoencoder with those tensors; its decoder is of no use
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
        Map<String, Tensor> encoding,
        StyleAutoencoder encoder) {
    /** The tensors by which a picture becomes a code; the rest of the style part is made and trained by this stage. */
    private static final String ENCODING =
            "sref_autoencoder\\.(input_proj|pos_encoder|latent_init|attention_layers|latent_proj|latent_norm)\\b.*";

    /** Reads all parts of a model folder. */
    static StyleParts of(ModelParts parts) {
        UNetConfig unetConfig = UNetConfig.of(parts.config("unet"));
        Weights unetWeights = Weights.of("unet", parts.tensors("unet"));
        StyleConfig style = StyleConfig.of(parts.config("style"));
        Map<String, Tensor> encoding = encoding(parts);
        return new StyleParts(
                style,
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
                encoding,
                encoder(style, encoding));
    }

    // What else is stored may have been made for another UNet, whose bottleneck gives the decoder its width.
    private static Map<String, Tensor> encoding(ModelParts parts) {
        Map<String, Tensor> encoding = new TreeMap<>();
        parts.tensors("style").forEach((name, tensor) -> {
            if (name.matches(ENCODING)) {
                encoding.put(name, tensor);
            } else {
                tensor.close();
            }
        });
        return encoding;
    }

    private static StyleAutoencoder encoder(StyleConfig style, Map<String, Tensor> encoding) {
        try (Noise noise = Noise.of(0)) {
            return autoencoder(style, encoding, Weights.fresh(new HashMap<>(), noise.generator()));
        }
    }

    /** Pixels (B, 3, H, W) to the values of their codes (B, latent). */
    Tensor values(Tensor pixels) {
        return style.quantizer().straightThrough(encoder.encode(vision.features(pixels, style.featureLayer())));
    }

    /** The autoencoder of the frozen way to a code and a decoder of these weights. */
    StyleAutoencoder autoencoder(Weights decoder) {
        return autoencoder(style, encoding, decoder);
    }

    private static StyleAutoencoder autoencoder(StyleConfig style, Map<String, Tensor> encoding, Weights decoder) {
        Weights stored = Weights.of("style", encoding);
        Weights both = Weights.of(new Weights.Source() {
            @Override
            public Tensor tensor(String name, Init init, long... shape) {
                return owner(name).tensor(name, init, shape);
            }

            @Override
            public boolean has(String name) {
                return owner(name).has(name);
            }

            private Weights owner(String name) {
                return name.matches(ENCODING) ? stored : decoder;
            }
        });
        return StyleAutoencoder.of(style.autoencoder(), both.at("sref_autoencoder"));
    }
}
