package org.stylecodes.style;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.Golden;
import org.stylecodes.PublishedNames;
import org.stylecodes.format.Config;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.unet.Context;
import org.stylecodes.unet.FullSize;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;

class StyledUNetTest {
    private static final String BASE = "tiny-sd15/unet";
    private static final String STYLE = "tiny-sd15/stylecodes.safetensors";

    private final UNetConfig config = config(BASE);
    private final StyledUNet network = new StyledUNet(
            UNet.of(config, Golden.weights(BASE + "/diffusion_pytorch_model.safetensors")),
            ControlUNet.of(config, Golden.weights(STYLE).at("controlnet")));
    private final StyleAutoencoder autoencoder = StyleAutoencoder.of(
            new StyleAutoencoderConfig(48, 20, 32, 4, 3, 2, 2048, 64),
            Golden.weights(STYLE).at("controlnet.sref_autoencoder"));

    @ParameterizedTest
    @ValueSource(strings = {"control_s0", "control_s05", "control_s09", "control_s1"})
    void predictsTheNoiseThatTheReleasePredicts(String name) {
        Safetensors golden = Golden.open("cases/" + name + ".safetensors");
        Scope.run(() -> {
            Context context = Context.of(golden.tensor("encoder_hidden_states"));
            double strength = Double.parseDouble(golden.metadata().get("scale"));
            Golden.assertClose(golden.tensor("out"), predict(golden, context, style(golden), strength), 1e-4);
        });
    }

    @Test
    void precomputedKeysAndValuesChangeNothing() {
        Safetensors golden = Golden.open("cases/control_s09.safetensors");
        Scope.run(() -> {
            Context prepared = network.prepare(golden.tensor("encoder_hidden_states"));
            Golden.assertClose(golden.tensor("out"), predict(golden, prepared, style(golden), 0.9), 1e-4);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"control_s05", "control_s09", "control_s1"})
    void precomputedZerosChangeNothing(String name) {
        Safetensors golden = Golden.open("cases/" + name + ".safetensors");
        Scope.run(() -> {
            Context context = Context.of(golden.tensor("encoder_hidden_states"));
            Tensor sample = golden.tensor("sample");
            ControlUNet.Input prepared = network.control().prepare(style(golden), sample.size(2), sample.size(3));
            double strength = Double.parseDouble(golden.metadata().get("scale"));
            Golden.assertClose(golden.tensor("out"), predict(golden, context, prepared, strength), 1e-5);
        });
    }

    @Test
    void precomputedZerosChangeNothingInOddSizes() {
        Scope.run(() -> {
            Noise noise = Noise.of(1);
            Context context = Context.of(noise.normal(1, 7, 64));
            Tensor sample = noise.normal(2, 4, 9, 22);
            Tensor time = Tensors.of(new float[] {9.5f}, 1);
            ControlUNet.Input style = new ControlUNet.Input(noise.normal(1, 64, 2, 3), null);
            Golden.assertClose(
                    network.forward(sample, time, context, null, style, 1),
                    network.forward(
                            sample, time, context, null, network.control().prepare(style, 9, 22), 1),
                    1e-5);
        });
    }

    @Test
    void strengthZeroIsThePlainBaseToTheBit() {
        Safetensors golden = Golden.open("cases/control_s0.safetensors");
        Scope.run(() -> {
            Context context = network.prepare(golden.tensor("encoder_hidden_states"));
            Tensor plain = network.base().forward(golden.tensor("sample"), timestep(golden), context, null);
            Tensor styled = predict(golden, context, style(golden), 0);
            assertArrayEquals(Tensors.floats(plain), Tensors.floats(styled));
        });
    }

    @Test
    void oneStyleAndOnePromptServeAWholeBatch() {
        Safetensors golden = Golden.open("cases/control_s05.safetensors");
        Scope.run(() -> {
            Context context = Context.of(golden.tensor("encoder_hidden_states"));
            Tensor sample = golden.tensor("sample");
            Tensor twice =
                    network.forward(Layers.cat(0, sample, sample), timestep(golden), context, null, style(golden), 0.5);
            Tensor expected = golden.tensor("out");
            Golden.assertClose(Layers.cat(0, expected, expected), twice, 1e-4);
        });
    }

    @Test
    void picturesOfOddSizesTakeAStyle() {
        Scope.run(() -> {
            Noise noise = Noise.of(1);
            Context context = Context.of(noise.normal(1, 7, 64));
            Tensor sample = noise.normal(1, 4, 9, 22);
            ControlUNet.Input style = new ControlUNet.Input(noise.normal(1, 64, 2, 3), null);
            Tensor out = network.forward(sample, Tensors.of(new float[] {9.5f}, 1), context, null, style, 1);
            assertArrayEquals(new long[] {1, 4, 9, 22}, Tensors.shape(out));
        });
    }

    @Test
    void refusesAStyleMapOfAnotherSizeThanTheBottleneck() {
        Safetensors golden = Golden.open("cases/control_s0.safetensors");
        Scope.run(() -> {
            Context context = Context.of(golden.tensor("encoder_hidden_states"));
            ControlUNet.Input style = new ControlUNet.Input(Tensors.of(new float[64 * 6], 1, 64, 2, 3), null);
            assertThrows(IllegalArgumentException.class, () -> predict(golden, context, style, 1));
        });
    }

    @Test
    void readsTheNamesAndShapesOfTheReleasedCheckpoint() {
        PublishedNames.assertAskedFor(
                Golden.json("names/stylecodes.json"),
                name -> !name.startsWith("sref_autoencoder."),
                weights -> ControlUNet.of(FullSize.config(), weights));
    }

    private Tensor predict(Safetensors golden, Context context, ControlUNet.Input style, double strength) {
        return network.forward(golden.tensor("sample"), timestep(golden), context, null, style, strength);
    }

    private ControlUNet.Input style(Safetensors golden) {
        byte[] levels = Base64.getDecoder().decode(golden.metadata().get("legacy_code"));
        float[] values = new float[levels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = 2f * levels[i] / 63 - 1;
        }
        Tensor code = Tensors.of(values, 1, values.length);
        // The tiny UNet halves its latents three times.
        int height = (int) golden.tensor("sample").size(2) / 8;
        int width = (int) golden.tensor("sample").size(3) / 8;
        return new ControlUNet.Input(autoencoder.decode(code, height, width), code);
    }

    private static Tensor timestep(Safetensors golden) {
        return Tensors.of(new float[] {Float.parseFloat(golden.metadata().get("timestep"))}, 1);
    }

    private static UNetConfig config(String folder) {
        return UNetConfig.of(Config.of(folder + "/config.json", Golden.json(folder + "/config.json")));
    }
}
