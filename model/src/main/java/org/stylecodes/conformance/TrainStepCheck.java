package org.stylecodes.conformance;

import java.util.SortedMap;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.format.Safetensors;
import org.stylecodes.pipeline.Configs;
import org.stylecodes.pipeline.Networks;
import org.stylecodes.style.ControlUNet;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyledUNet;
import org.stylecodes.tensor.Weights;
import org.stylecodes.unet.Context;

/** Checks one training step of the style part: from features to an unquantized latent, to a prediction, to gradients. */
final class TrainStepCheck {
    private static final double LOSS = 1e-5;

    private TrainStepCheck() {}

    static void run(Archive archive, String file, Comparison comparison) {
        Safetensors golden = archive.tensors(file);
        SortedMap<String, Tensor> parameters = parameters(archive.networks());
        Weights weights = archive.weights("parameters", parameters);
        Tensor prediction = predict(archive, file, weights);
        comparison.close("prediction", golden.tensor("prediction"), prediction.detach(), Comparison.NETWORK);

        Tensor loss = torch.mse_loss(prediction, archive.input(file, "noise"));
        comparison.close("loss", golden.tensor("loss").item_double(), loss.item_double(), LOSS);

        loss.backward();
        GradientNorms.of(file, archive.json(file, "grad_norms")).compare(parameters, comparison);
    }

    private static Tensor predict(Archive archive, String file, Weights parameters) {
        Networks networks = archive.networks();
        Configs configs = networks.configs();
        StyleAutoencoder autoencoder =
                StyleAutoencoder.of(configs.style().autoencoder(), parameters.at("sref_autoencoder"));
        Tensor noisy = archive.input(file, "noisy");
        Tensor latent = autoencoder.encode(archive.input(file, "features"));
        int factor = configs.vae().factor();
        Tensor map = autoencoder.decode(
                latent,
                configs.bottleneck((int) noisy.size(2) * factor),
                configs.bottleneck((int) noisy.size(3) * factor));
        return new StyledUNet(networks.unet().base(), ControlUNet.of(configs.unet(), parameters))
                .forward(
                        noisy,
                        archive.input(file, "timesteps"),
                        Context.of(archive.input(file, "encoder_hidden_states")),
                        null,
                        new ControlUNet.Input(map, latent),
                        1);
    }

    private static SortedMap<String, Tensor> parameters(Networks networks) {
        SortedMap<String, Tensor> parameters = new TreeMap<>();
        networks.styleTensors()
                .forEach((name, tensor) -> parameters.put(name, tensor.clone().requires_grad_(true)));
        return parameters;
    }
}
