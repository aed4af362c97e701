package org.stylecodes.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.Golden;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Config;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Scope;

class AutoencoderTest {
    private static final Safetensors CASE = Golden.open("cases/vae.safetensors");

    private final Autoencoder vae = Autoencoder.of(
            VaeConfig.of(Config.of("vae/config.json", json())),
            Golden.weights("tiny-sd15/vae/diffusion_pytorch_model.safetensors"));

    @Test
    void encodesAsTheReferenceDoes() {
        Scope.run(() -> {
            Autoencoder.Moments moments = vae.encode(CASE.tensor("image"));
            Golden.assertClose(CASE.tensor("mean"), moments.mean(), 1e-4);
            Golden.assertClose(CASE.tensor("logvar"), moments.logVariance(), 1e-4);
        });
    }

    @Test
    void decodesAsTheReferenceDoes() {
        Scope.run(() -> {
            Tensor decoded = vae.decode(CASE.tensor("latents"));
            Golden.assertClose(CASE.tensor("decoded"), decoded, 1e-4);
        });
    }

    @Test
    void refusesAnUnknownOptionByName() {
        Config config = Config.of("vae/config.json", json().put("time_travel", true));
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> VaeConfig.of(config));
        assertEquals("time_travel", refused.tensor());
    }

    @Test
    void refusesGroupsThatDoNotDivideTheChannels() {
        Config config = Config.of("vae/config.json", json().put("norm_num_groups", 24));
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> VaeConfig.of(config));
        assertTrue(refused.getMessage().contains("norm_num_groups 24"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"norm_num_groups, 0", "layers_per_block, 0", "latent_channels, -4"})
    void refusesSizesThatAreNotPositive(String key, int value) {
        Config config = Config.of("vae/config.json", json().put(key, value));
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> VaeConfig.of(config));
        assertTrue(refused.getMessage().contains(key + ": is " + value), refused.getMessage());
    }

    private static ObjectNode json() {
        return (ObjectNode) Golden.json("tiny-sd15/vae/config.json");
    }
}
