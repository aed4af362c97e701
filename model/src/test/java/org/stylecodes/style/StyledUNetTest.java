package org.stylecodes.style;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.Golden;
import org.stylecodes.Placement;
import org.stylecodes.PublishedNames;
import org.stylecodes.format.Config;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;
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

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5})
    void aBaseThatReadsCodesIsSteeredWithoutAChangeByTheBranch(double strength) {
        Safetensors golden = Golden.open("cases/control_s05.safetensors");
        Scope.run(() -> {
            UNet base = readingCodes(Noise.of(4));
            // The identity proposes the base's own hidden state.
            StyledUNet styled = new StyledUNet(base, ControlUNet.of(config, mixing(torch.eye(2))));
            Context context = Context.of(golden.tensor("encoder_hidden_states"));
            ControlUNet.Input style = style(golden);
            Tensor found = styled.forward(golden.tensor("sample"), timestep(golden), context, null, style, strength);
            Tensor time = base.styledEmbedding(
                    base.timeEmbedding(timestep(golden), null), Objects.requireNonNull(style.values()), strength);
            UNet.Down down = base.down(golden.tensor("sample"), time, context);
            Tensor hidden = base.upPath().mid(down.hidden(), time, context);
            for (int step = 0; step < base.upPath().size(); step++) {
                hidden = base.upPath().up(step, hidden, down.skips(), time, context);
            }
            Golden.assertClose(base.out(hidden), found, 1e-5);
            Tensor plain = base.forward(golden.tensor("sample"), timestep(golden), context, null);
            assertTrue(plain.sub(found).abs().max().item_float() > 1e-3, "the code changes nothing");
        });
    }

    @Test
    void theBranchDoesNotSeeTheCodeInTheTimeEmbeddingOfTheBase() {
        Safetensors golden = Golden.open("cases/control_s05.safetensors");
        Scope.run(() -> {
            // At strength 1, these mix layers replace the base by the branch after every step.
            Tensor half = torch.eye(2);
            half.get(1).copy_(half.get(0));
            ControlUNet control = ControlUNet.of(config, mixing(half));
            Context context = Context.of(golden.tensor("encoder_hidden_states"));
            Tensor expected = new StyledUNet(network.base(), control)
                    .forward(golden.tensor("sample"), timestep(golden), context, null, style(golden), 1);
            Tensor found = new StyledUNet(readingCodes(Noise.of(4)), control)
                    .forward(golden.tensor("sample"), timestep(golden), context, null, style(golden), 1);
            assertArrayEquals(Tensors.floats(expected), Tensors.floats(found));
        });
    }

    @Test
    void atStrengthZeroABaseThatReadsCodesIsThePlainBaseToTheBit() {
        Safetensors golden = Golden.open("cases/control_s0.safetensors");
        Scope.run(() -> {
            StyledUNet styled = new StyledUNet(readingCodes(Noise.of(4)), network.control());
            Context context = Context.of(golden.tensor("encoder_hidden_states"));
            Tensor found = styled.forward(golden.tensor("sample"), timestep(golden), context, null, style(golden), 0);
            Tensor plain = network.base().forward(golden.tensor("sample"), timestep(golden), context, null);
            assertArrayEquals(Tensors.floats(plain), Tensors.floats(found));
        });
    }

    @Test
    void aBaseThatReadsCodesRefusesAStyleWithoutValues() {
        Safetensors golden = Golden.open("cases/control_s05.safetensors");
        Scope.run(() -> {
            StyledUNet styled = new StyledUNet(readingCodes(Noise.of(4)), network.control());
            Context context = Context.of(golden.tensor("encoder_hidden_states"));
            ControlUNet.Input style = new ControlUNet.Input(style(golden).map(), null);
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class,
                    () -> styled.forward(golden.tensor("sample"), timestep(golden), context, null, style, 1));
            assertEquals("this base needs the code's values besides the style map", refused.getMessage());
        });
    }

    // The golden base with random layers for codes
    private static UNet readingCodes(Noise noise) {
        ObjectNode json = (ObjectNode) Golden.json(BASE + "/config.json");
        UNetConfig reading = UNetConfig.of(Config.of("config.json", json.put("style_code_dim", 20)));
        Map<String, Tensor> tensors = new TreeMap<>(
                Golden.open(BASE + "/diffusion_pytorch_model.safetensors").tensors());
        Weights.outline(weights -> UNet.of(reading, weights)).forEach((name, shape) -> {
            if (name.startsWith("style_embedding.")) {
                tensors.put(name, noise.normal(shape));
            }
        });
        return UNet.of(reading, Weights.of("the base", tensors, Placement.CPU, new HashMap<>()));
    }

    // The golden control branch with mix layers that give every channel the same shares (2, 2) of branch and base
    private Weights mixing(Tensor shares) {
        Map<String, Tensor> tensors = new TreeMap<>(Golden.open(STYLE).tensors());
        Weights.outline(weights -> ControlUNet.of(config, weights)).forEach((name, shape) -> {
            if (name.startsWith("middle_block_out.") || name.contains("up_zero_convs_out.")) {
                tensors.put(
                        "controlnet." + name,
                        shape.length == 2 ? torch.kron(shares, torch.eye(shape[0] / 2)) : torch.zeros(shape));
            }
        });
        return Weights.of("the branch", tensors, Placement.CPU, new HashMap<>()).at("controlnet");
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
