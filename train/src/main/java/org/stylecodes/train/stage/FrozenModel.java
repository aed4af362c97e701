package org.stylecodes.train.stage;

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Device;
import org.stylecodes.Placement;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.clip.Tokenizer;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.pipeline.Configs;
import org.stylecodes.sampler.solver.NoiseSchedule;
import org.stylecodes.siglip.VisionTower;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.encoding.CodeEncoder;
import org.stylecodes.train.encoding.SplitAutoencoder;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.unet.UNet;

/**
 * What the style stage builds on and leaves as it is: the base, its prompt encoder, and the way from a picture to a code.
 *
 * @param folder holds the weights of all of them
 * @param configs of all parts, which fit each other
 * @param unetWeights the base's tensors, from which the control branch begins
 * @param encoder makes the codes
 * @param encoding the tensors of the style part that it is made of, in memory: the stage replaces the file that they come from,
 *     and an open file cannot be replaced everywhere
 */
record FrozenModel(
        ModelFolder folder,
        Configs configs,
        Weights unetWeights,
        UNet unet,
        TextEncoder text,
        Tokenizer tokenizer,
        NoiseSchedule schedule,
        CodeEncoder encoder,
        Map<String, Tensor> encoding)
        implements AutoCloseable {
    /** Reads all parts of a model folder onto a device. */
    static FrozenModel of(ModelParts parts, Device device) {
        ModelFolder folder = parts.open(Part.UNET, Part.VAE, Part.TEXT_ENCODER, Part.IMAGE_ENCODER, Part.STYLE);
        try {
            Configs configs = Configs.of(folder, StyleConfig.of(folder.config(Part.STYLE)));
            Placement placement = Placement.on(device);
            return of(parts, folder, configs, placement, encoding(folder.path(), configs.style(), placement));
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    private static FrozenModel of(
            ModelParts parts, ModelFolder folder, Configs configs, Placement placement, Map<String, Tensor> encoding) {
        Weights unetWeights = folder.weights(Part.UNET, placement);
        CodeEncoder encoder = new CodeEncoder(
                parts.preprocessor(configs.style(), configs.vision()),
                VisionTower.of(configs.vision(), folder.weights(Part.IMAGE_ENCODER, placement)),
                configs.style(),
                SplitAutoencoder.encoder(configs.style().autoencoder(), Weights.inPlace("style", encoding)),
                placement.device());
        return new FrozenModel(
                folder,
                configs,
                unetWeights,
                UNet.of(configs.unet(), unetWeights),
                TextEncoder.of(configs.text(), folder.weights(Part.TEXT_ENCODER, placement)),
                parts.tokenizer(),
                parts.schedule(),
                encoder,
                encoding);
    }

    private static Map<String, Tensor> encoding(Path model, StyleConfig style, Placement placement) {
        try (ModelFolder folder = ModelFolder.open(model)) {
            Map<String, Tensor> encoding =
                    SplitAutoencoder.encoding(style.autoencoder(), folder.weights(Part.STYLE, placement));
            encoding.replaceAll((name, tensor) -> Scope.own(tensor::clone));
            return encoding;
        }
    }

    /** The configuration of the style part. */
    StyleConfig style() {
        return encoder.style();
    }

    /** The autoencoder of the frozen encoding half and a decoding half of these weights. */
    StyleAutoencoder autoencoder(Weights decoding) {
        return SplitAutoencoder.autoencoder(style().autoencoder(), Weights.inPlace("style", encoding), decoding);
    }

    /** Frees the weights. */
    @Override
    public void close() {
        encoding.values().forEach(Tensor::close);
        folder.close();
    }
}
