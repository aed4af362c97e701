package org.stylecodes.style;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;
import org.stylecodes.format.Config;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;
import org.stylecodes.unet.Context;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;

class ControlUNetStartTest {
    private static final String FOLDER = "tiny-sd15/unet";

    private final UNetConfig config = UNetConfig.of(Config.of("config.json", Golden.json(FOLDER + "/config.json")));
    private final Weights base = Golden.weights(FOLDER + "/diffusion_pytorch_model.safetensors");
    private final Map<String, Tensor> parameters = new TreeMap<>();

    @Test
    void blocksStartAsCopiesOfTheBase() {
        Scope.run(() -> {
            ControlUNet.of(config, start());
            String name = "up_blocks.1.resnets.0.conv1.bias";
            Tensor original = base.tensor(name, (tensor, generator) -> {}, 64);
            assertArrayEquals(Tensors.floats(original), Tensors.floats(parameters.get("control_model." + name)));
        });
    }

    @Test
    void projectionConvolutionsBecomeLinearLayers() {
        Scope.run(() -> {
            ControlUNet.of(config, start());
            String name = "mid_block.attentions.0.proj_in.weight";
            Tensor original = base.tensor(name, (tensor, generator) -> {}, 64, 64, 1, 1);
            Tensor copy = parameters.get("control_model." + name);
            assertArrayEquals(new long[] {64, 64}, Tensors.shape(copy));
            assertArrayEquals(Tensors.floats(original), Tensors.floats(copy));
        });
    }

    @Test
    void mixLayersStartAsIdentitiesWithALittleNoise() {
        Scope.run(() -> {
            ControlUNet.of(config, start());
            Tensor weight = parameters.get("middle_block_out.weight");
            Tensor noise = weight.sub(torch.eye(128));
            assertEquals(0.1 / Math.sqrt(128), noise.std(true).item_float(), 5e-4);
            assertEquals(0, noise.mean().item_float(), 5e-4);
        });
    }

    @Test
    void trainingDoesNotChangeTheBase() {
        Scope.run(() -> {
            ControlUNet.of(config, start());
            String name = "up_blocks.0.resnets.0.norm1.weight";
            float[] before = Tensors.floats(base.tensor(name, (tensor, generator) -> {}, 128));
            parameters.get("control_model." + name).zero_();
            assertArrayEquals(before, Tensors.floats(base.tensor(name, (tensor, generator) -> {}, 128)));
        });
    }

    @Test
    void codesReachTheBranchThroughItsTimeEmbedding() {
        Scope.run(() -> {
            StyledUNet network = new StyledUNet(UNet.of(config, base), ControlUNet.withStyleTime(config, 20, start()));
            Noise noise = Noise.of(7);
            Context context = Context.of(noise.normal(1, 7, 64));
            Tensor sample = noise.normal(1, 4, 8, 8);
            Tensor map = noise.normal(1, 64, 1, 1);
            Tensor values = noise.normal(1, 20);
            Tensor time = Tensors.of(new float[] {500}, 1);
            Tensor one = network.forward(sample, time, context, null, new ControlUNet.Input(map, values), 1);
            Tensor other = network.forward(sample, time, context, null, new ControlUNet.Input(map, values.neg()), 1);
            assertTrue(one.sub(other).abs().max().item_float() > 1e-3, "the values of the code change nothing");
        });
    }

    @Test
    void refusesAStyleWithoutTheValuesThatTheTimeEmbeddingNeeds() {
        Scope.run(() -> {
            ControlUNet control = ControlUNet.withStyleTime(config, 20, start());
            ControlUNet.Input style = new ControlUNet.Input(torch.zeros(1, 64, 1, 1), null);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> control.timeEmbedding(torch.zeros(1, config.timeWidth()), style));
        });
    }

    private Weights start() {
        return ControlUNet.start(config, base, parameters, torch.make_generator_cpu(3));
    }
}
