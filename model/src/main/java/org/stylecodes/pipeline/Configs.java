package org.stylecodes.pipeline;

import java.util.Map;
import org.stylecodes.clip.TextConfig;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.siglip.VisionConfig;
import org.stylecodes.siglip.VisionTower;
import org.stylecodes.style.ControlUNet;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Weights;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;
import org.stylecodes.vae.Autoencoder;
import org.stylecodes.vae.VaeConfig;

/** The configurations of all parts of a model, which fit each other. */
public record Configs(UNetConfig unet, VaeConfig vae, TextConfig text, VisionConfig vision, StyleConfig style) {
    /** The part of the style part's names that the autoencoder is under. */
    public static final String AUTOENCODER = "sref_autoencoder";

    /**
     * Reads those of the other parts.
     *
     * @throws ModelFormatException if one is missing or damaged, or two do not fit
     */
    public static Configs of(ModelFolder folder, StyleConfig style) {
        Configs configs = new Configs(
                UNetConfig.of(folder.config(Part.UNET)),
                VaeConfig.of(folder.config(Part.VAE)),
                TextConfig.of(folder.config(Part.TEXT_ENCODER)),
                VisionConfig.of(folder.config(Part.IMAGE_ENCODER)),
                style);
        String file = folder.path().toString();
        UNetConfig unet = configs.unet;
        int text = configs.text.sizes().width();
        requireEqual(
                file,
                "channels of the UNet's input",
                unet.inChannels(),
                "of the VAE's latents",
                configs.vae.latentChannels());
        requireEqual(file, "channels of the UNet's output", unet.outChannels(), "of its input", unet.inChannels());
        requireEqual(file, "width of the text in the UNet", unet.textWidth(), "of the text encoder", text);
        if (unet.pooledWidth() != 0) {
            requireEqual(file, "width of the pooled text in the UNet", unet.pooledWidth(), "of the text encoder", text);
        }
        requireEqual(
                file,
                "channels of the style map",
                style.autoencoder().channels(),
                "of the UNet's bottleneck",
                unet.bottom().channels());
        requireFit(file, style, configs.vision);
        return configs;
    }

    /**
     * Refuses a style part that cannot read what the image encoder sees.
     *
     * @param file of either, for messages
     * @throws ModelFormatException if the counts of features differ, or the image encoder has no such layer
     */
    public static void requireFit(String file, StyleConfig style, VisionConfig vision) {
        requireEqual(
                file,
                "features that the style autoencoder reads",
                style.autoencoder().features(),
                "of the image encoder",
                vision.sizes().width());
        try {
            vision.hiddenState(style.featureLayer());
        } catch (IllegalArgumentException none) {
            throw new ModelFormatException(file, "feature_layer: " + none.getMessage(), none);
        }
    }

    /** The number of which the sides of a picture are multiples. */
    public int sizeStep() {
        return vae.factor();
    }

    /** How many positions the bottleneck of the UNet has along a side of so many pixels. */
    public int bottleneck(int pixels) {
        return unet.bottleneck(pixels / vae.factor());
    }

    /** The names and shapes of the tensors that the networks of a part ask for. */
    public Map<String, long[]> outline(Part part) {
        return Weights.outline(weights -> {
            switch (part) {
                case UNET -> UNet.of(unet, weights);
                case VAE -> Autoencoder.of(vae, weights);
                case TEXT_ENCODER -> TextEncoder.of(text, weights);
                case IMAGE_ENCODER -> VisionTower.of(vision, weights);
                case STYLE -> {
                    StyleAutoencoder.of(style.autoencoder(), weights.at(AUTOENCODER));
                    control(weights);
                }
            }
        });
    }

    /** The control branch from the weights of the style part. */
    public ControlUNet control(Weights weights) {
        return style.styleTimeEmbedding()
                ? ControlUNet.withStyleTime(unet, style.autoencoder().latent(), weights)
                : ControlUNet.of(unet, weights);
    }

    private static void requireEqual(String file, String what, int count, String ofWhat, int other) {
        if (count != other) {
            throw new ModelFormatException(
                    file, what + " are " + count + ", but those " + ofWhat + " " + other + "; the parts do not fit");
        }
    }
}
