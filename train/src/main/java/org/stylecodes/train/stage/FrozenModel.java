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
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.encoding.CodeEncoder;
import org.stylecodes.train.encoding.SplitAutoencoder;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.unet.UNet;

/**
 * The networks that the style stage uses but does not train: the base UNet, its text encoder, and the encoder of codes.
 *
 * @param folder owns the weights of all networks
 * @param configs the configurations of all parts
 * @param unetWeights the base's tensors, which the control branch starts from
 * @param encoder makes the codes
 * @param encoding the encoder's tensors from the style part, copied into memory, because the stage replaces their file and not every
 *     system can replace an open file
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
            Map<String, Tensor> encoding = encoding(folder.path(), configs.style(), placement);
            try {
                return of(parts, folder, configs, placement, encoding);
            } catch (RuntimeException failed) {
                encoding.values().forEach(Tensor::close);
                throw failed;
            }
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
                configs.vision().network(folder.weights(Part.IMAGE_ENCODER, placement)),
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
            return Scope.get(() -> {
                encoding.replaceAll((name, tensor) -> tensor.clone());
                return Scope.ownAll(encoding);
            });
        }
    }

    /** The configuration of the style part. */
    StyleConfig style() {
        return encoder.style();
    }

    /** An autoencoder with the frozen encoding half, and a decoding half of these weights. */
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
