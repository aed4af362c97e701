package org.stylecodes.train;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.clip.TextConfig;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.clip.Tokenizer;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.sampler.NoiseSchedule;
import org.stylecodes.siglip.VisionConfig;
import org.stylecodes.siglip.VisionTower;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Device;
import org.stylecodes.tensor.Placement;
import org.stylecodes.tensor.Weights;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;

/**
 * What the style stage builds on and leaves as it is: the base, its prompt encoder, and the way from a picture to a code.
 *
 * @param folder holds the weights of all of them
 * @param unetWeights the base's tensors, from which the control branch begins
 * @param encoder makes the codes
 * @param encoding the tensors of the style part that it is made of
 */
record StyleParts(
        ModelFolder folder,
        UNetConfig unetConfig,
        Weights unetWeights,
        UNet unet,
        TextEncoder text,
        Tokenizer tokenizer,
        NoiseSchedule schedule,
        CodeEncoder encoder,
        Map<String, Tensor> encoding)
        implements AutoCloseable {
    /** Reads all parts of a model folder onto a device. */
    static StyleParts of(ModelParts parts, Device device) {
        ModelFolder folder = parts.open(Part.UNET, Part.TEXT_ENCODER, Part.IMAGE_ENCODER, Part.STYLE);
        try {
            return of(parts, folder, Placement.on(device));
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    private static StyleParts of(ModelParts parts, ModelFolder folder, Placement placement) {
        StyleConfig style = StyleConfig.of(folder.config(Part.STYLE));
        UNetConfig unet = UNetConfig.of(folder.config(Part.UNET));
        Weights unetWeights = folder.weights(Part.UNET, placement);
        Weights styleWeights = folder.weights(Part.STYLE, placement);
        CodeEncoder encoder = new CodeEncoder(
                parts.preprocessor(style),
                VisionTower.of(
                        VisionConfig.of(folder.config(Part.IMAGE_ENCODER)),
                        folder.weights(Part.IMAGE_ENCODER, placement)),
                style,
                CodeTensors.encoder(style.autoencoder(), styleWeights),
                placement.device());
        return new StyleParts(
                folder,
                unet,
                unetWeights,
                UNet.of(unet, unetWeights),
                TextEncoder.of(
                        TextConfig.of(folder.config(Part.TEXT_ENCODER)), folder.weights(Part.TEXT_ENCODER, placement)),
                parts.tokenizer(),
                parts.schedule(),
                encoder,
                CodeTensors.encoding(style.autoencoder(), styleWeights));
    }

    /** The configuration of the style part. */
    StyleConfig style() {
        return encoder.style();
    }

    /** The autoencoder of the frozen encoding half and a decoding half of these weights. */
    StyleAutoencoder autoencoder(Weights decoding) {
        return CodeTensors.autoencoder(style().autoencoder(), Weights.inPlace("style", encoding), decoding);
    }

    /** Frees the weights. */
    @Override
    public void close() {
        folder.close();
    }
}
