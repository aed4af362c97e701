package org.stylecodes.pipeline;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.stylecodes.clip.TextConfig;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Config;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.format.Published;
import org.stylecodes.siglip.VisionConfig;
import org.stylecodes.style.ControlUNet;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Weights;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;
import org.stylecodes.vae.Autoencoder;
import org.stylecodes.vae.VaeConfig;
import org.stylecodes.vision.ImageEncoderConfig;
import org.stylecodes.vision.TextureConfig;

/** The configurations of all parts of a model, checked to fit each other. */
public record Configs(UNetConfig unet, VaeConfig vae, TextConfig text, ImageEncoderConfig vision, StyleConfig style) {
    /** The prefix of the autoencoder's tensor names in the style part. */
    public static final String AUTOENCODER = "sref_autoencoder";

    /** The published configurations of Stable Diffusion 1.5 and SigLIP, with that of the released style checkpoint. */
    public static Configs published() {
        return new Configs(
                UNetConfig.of(Published.config(Part.UNET)),
                VaeConfig.of(Published.config(Part.VAE)),
                TextConfig.of(Published.config(Part.TEXT_ENCODER)),
                VisionConfig.of(Published.config(Part.IMAGE_ENCODER)),
                StyleConfig.released());
    }

    /**
     * Reads the configurations of the other parts from a model folder.
     *
     * @throws ModelFormatException if a configuration is missing or damaged, or two of them do not fit each other
     */
    public static Configs of(ModelFolder folder, StyleConfig style) {
        Configs configs = new Configs(
                UNetConfig.of(folder.config(Part.UNET)),
                VaeConfig.of(folder.config(Part.VAE)),
                TextConfig.of(folder.config(Part.TEXT_ENCODER)),
                imageEncoder(folder.config(Part.IMAGE_ENCODER)),
                style);
        String file = folder.path().toString();
        UNetConfig unet = configs.unet;
        int text = configs.text.sizes().width();
        requireEqual(
                file,
                "the UNet's input channel count",
                unet.inChannels(),
                "the VAE's latent channel count",
                configs.vae.foldedChannels());
        requireEqual(
                file,
                "the UNet's output channel count",
                unet.outChannels(),
                "its input channel count",
                unet.inChannels());
        requireEqual(file, "the text width of the UNet", unet.textWidth(), "the width of the text encoder", text);
        if (unet.pooledWidth() != 0) {
            requireEqual(
                    file,
                    "the pooled text width of the UNet",
                    unet.pooledWidth(),
                    "the width of the text encoder",
                    text);
        }
        requireEqual(
                file,
                "the channel count of the style map",
                style.autoencoder().channels(),
                "the channel count of the UNet's bottleneck",
                unet.bottom().channels());
        if (unet.codeWidth() != 0) {
            requireEqual(
                    file,
                    "the style_code_dim of the UNet",
                    unet.codeWidth(),
                    "the latent of the style autoencoder",
                    style.autoencoder().latent());
        }
        requireFit(file, style, configs.vision);
        requireMultiple(folder, "width", style.defaults().width(), configs.sizeStep());
        requireMultiple(folder, "height", style.defaults().height(), configs.sizeStep());
        return configs;
    }

    /**
     * Reads {@code image_encoder/config.json}. Its {@code model_type} tells the kind of image encoder; without one, it is that of a SigLIP.
     *
     * @throws ModelFormatException if a value is unknown or contradicts another, by name
     */
    public static ImageEncoderConfig imageEncoder(Config config) {
        config.require("model_type", "siglip", "siglip_vision_model", TextureConfig.MODEL_TYPE);
        return config.text("model_type", "").equals(TextureConfig.MODEL_TYPE)
                ? TextureConfig.of(config)
                : VisionConfig.of(config);
    }

    /**
     * Checks that the style part can read the features of the image encoder.
     *
     * @param file the file of either part, for messages
     * @throws ModelFormatException if the feature widths differ, or the image encoder does not have the layer that the style part reads
     */
    public static void requireFit(String file, StyleConfig style, ImageEncoderConfig vision) {
        requireEqual(
                file,
                "the feature width of the style autoencoder",
                style.autoencoder().features(),
                "the width of the image encoder",
                vision.featureWidth());
        try {
            vision.requireLayer(style.featureLayer());
        } catch (IllegalArgumentException none) {
            throw new ModelFormatException(file, "feature_layer: " + none.getMessage(), none);
        }
    }

    /** Width and height of a picture must be multiples of this number of pixels. */
    public int sizeStep() {
        return vae.factor();
    }

    /** The number of positions in the UNet's bottleneck along a side of the given number of pixels. */
    public int bottleneck(int pixels) {
        return unet.bottleneck(pixels / vae.factor());
    }

    /** The names and shapes of the tensors that a part's networks need. */
    public Map<String, long[]> outline(Part part) {
        return Weights.outline(weights -> request(part, weights));
    }

    /**
     * The names and shapes of the tensors that drawing without a start picture needs, in the precision of drawing. The encoder of the VAE
     * and the style autoencoder are left out.
     */
    Map<Part, Map<String, long[]>> drawing() {
        Map<Part, Map<String, long[]>> outlines = new EnumMap<>(Part.class);
        outlines.put(Part.TEXT_ENCODER, outline(Part.TEXT_ENCODER));
        outlines.put(Part.UNET, outline(Part.UNET));
        outlines.put(Part.VAE, outlineWithout(Part.VAE, Autoencoder.ENCODER));
        outlines.put(Part.STYLE, outlineWithout(Part.STYLE, AUTOENCODER));
        return outlines;
    }

    private Map<String, long[]> outlineWithout(Part part, String prefix) {
        Map<String, long[]> shapes = new TreeMap<>(outline(part));
        shapes.keySet().removeIf(name -> name.startsWith(prefix + "."));
        return shapes;
    }

    /** Asks for all tensors that a part's networks need. */
    public void request(Part part, Weights weights) {
        switch (part) {
            case UNET -> UNet.of(unet, weights);
            case VAE -> Autoencoder.of(vae, weights);
            case TEXT_ENCODER -> TextEncoder.of(text, weights);
            case IMAGE_ENCODER -> vision.network(weights);
            case STYLE -> {
                StyleAutoencoder.of(style.autoencoder(), weights.at(AUTOENCODER));
                control(weights);
            }
        }
    }

    /** Makes the control branch from the weights of the style part. */
    public ControlUNet control(Weights weights) {
        return style.styleTimeEmbedding()
                ? ControlUNet.withStyleTime(unet, style.autoencoder().latent(), weights)
                : ControlUNet.of(unet, weights);
    }

    private static void requireMultiple(ModelFolder folder, String side, int pixels, int step) {
        if (pixels % step != 0) {
            throw new ModelFormatException(
                    folder.path()
                            .resolve(Part.STYLE.folder())
                            .resolve("config.json")
                            .toString(),
                    "defaults: " + side + " is " + pixels + ", but the VAE needs multiples of " + step + " pixels");
        }
    }

    private static void requireEqual(String file, String what, int count, String otherWhat, int other) {
        if (count != other) {
            throw new ModelFormatException(
                    file,
                    "the parts do not fit: " + what + " is " + count + ", but " + otherWhat + " is " + other
                            + "; use parts of one model");
        }
    }
}
