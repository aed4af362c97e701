package org.stylecodes.style;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;
import org.stylecodes.format.Config;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;
import org.stylecodes.unet.Context;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;

class TrainStepTest {
    private static final String PREFIX = "controlnet.";

    // Relative to the largest norm. The gradient of a bias before a normalization of single channels is mathematically
    // zero; both implementations give a rounding error.
    private static final double ROUNDING = 1e-5;

    private final Safetensors golden = Golden.open("cases/train_step.safetensors");

    @Test
    void lossPredictionAndEveryGradientAreThoseOfTheReference() {
        Scope.run(() -> {
            Map<String, Tensor> parameters = parameters();
            Tensor prediction = predict(Weights.inPlace("parameters", parameters));
            Golden.assertClose(golden.tensor("prediction"), prediction.detach(), 1e-4);

            Tensor loss = torch.mse_loss(prediction, golden.tensor("noise"));
            double expected = golden.tensor("loss").item_float();
            assertEquals(expected, loss.item_float(), 1e-5 * expected);

            loss.backward();
            JsonNode norms = norms();
            assertTrue(norms.size() > 500, "gradients in the fixture: " + norms.size());
            double rounding = ROUNDING * largest(norms);
            assertAll(norms.properties().stream().map(norm -> () -> {
                double recorded = norm.getValue().doubleValue();
                double found = parameters.get(norm.getKey()).grad().norm().item_float();
                if (recorded > rounding) {
                    assertEquals(recorded, found, 1e-3 * recorded, norm.getKey());
                } else {
                    assertTrue(found <= rounding, norm.getKey());
                }
            }));
        });
    }

    private Tensor predict(Weights parameters) {
        String folder = "tiny-sd15/unet";
        UNetConfig config = UNetConfig.of(Config.of("config.json", Golden.json(folder + "/config.json")));
        UNet base = UNet.of(config, Golden.weights(folder + "/diffusion_pytorch_model.safetensors"));
        StyleAutoencoder autoencoder = StyleAutoencoder.of(
                new StyleAutoencoderConfig(48, 20, 32, 4, 3, 2, 2048, 64), parameters.at("sref_autoencoder"));
        Tensor latent = autoencoder.encode(golden.tensor("features"));
        ControlUNet.Input style = new ControlUNet.Input(autoencoder.decode(latent, 2, 2), latent);
        Context context = Context.of(golden.tensor("encoder_hidden_states"));
        return new StyledUNet(base, ControlUNet.of(config, parameters))
                .forward(golden.tensor("noisy"), golden.tensor("timesteps"), context, null, style, 1);
    }

    private static Map<String, Tensor> parameters() {
        Map<String, Tensor> parameters = new TreeMap<>();
        Golden.open("tiny-sd15/stylecodes.safetensors")
                .tensors()
                .forEach((name, tensor) -> parameters.put(
                        name.substring(PREFIX.length()),
                        tensor.to(ScalarType.Float).requires_grad_(true)));
        return parameters;
    }

    private static double largest(JsonNode norms) {
        return norms.properties().stream()
                .mapToDouble(norm -> norm.getValue().doubleValue())
                .max()
                .orElseThrow();
    }

    private JsonNode norms() {
        try {
            return new ObjectMapper().readTree(golden.metadata().get("grad_norms"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
