package org.stylecodes.train.encoding;

import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.pipeline.Configs;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyleAutoencoderConfig;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Weights;

/**
 * The style autoencoder in two halves that are trained separately. The vision stage trains the encoding half, from features to a code.
 * The style stage trains the decoding half, from a code to a style map, because the UNet decides its sizes. All weights here are those of
 * the style part, from the root of its names.
 */
public final class SplitAutoencoder {
    private static final String ENCODING = Configs.AUTOENCODER
            + "\\.(input_proj|pos_encoder|latent_init|attention_layers|latent_proj|latent_norm)\\b.*";

    private SplitAutoencoder() {}

    /** An autoencoder that can only encode. */
    public static StyleAutoencoder encoder(StyleAutoencoderConfig config, Weights encoding) {
        return autoencoder(config, encoding, Weights.of(new Weights.Source() {
            @Override
            public Tensor tensor(String name, Init init, long... shape) {
                return torch.empty(0);
            }

            @Override
            public boolean has(String name) {
                return false;
            }
        }));
    }

    /** An autoencoder whose two halves have separate weights. */
    public static StyleAutoencoder autoencoder(StyleAutoencoderConfig config, Weights encoding, Weights decoding) {
        Weights both = Weights.of(new Weights.Source() {
            @Override
            public Tensor tensor(String name, Init init, long... shape) {
                return half(name).tensor(name, init, shape);
            }

            @Override
            public boolean has(String name) {
                return half(name).has(name);
            }

            private Weights half(String name) {
                return name.matches(ENCODING) ? encoding : decoding;
            }
        });
        return StyleAutoencoder.of(config, both.at(Configs.AUTOENCODER));
    }

    /** The tensors of the encoding half by name. The weights own them. */
    public static Map<String, Tensor> encoding(StyleAutoencoderConfig config, Weights stored) {
        Map<String, Tensor> tensors = new TreeMap<>();
        Weights.outline(outline -> StyleAutoencoder.of(config, outline.at(Configs.AUTOENCODER)))
                .forEach((name, shape) -> {
                    // The table of positions is optional. If it is not stored, it is computed.
                    if (name.matches(ENCODING) && (stored.has(name) || !name.contains("pos_encoder"))) {
                        tensors.put(name, stored.tensor(name, Init.ZEROS, shape));
                    }
                });
        return tensors;
    }
}
