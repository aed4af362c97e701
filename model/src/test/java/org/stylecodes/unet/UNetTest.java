package org.stylecodes.unet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.Golden;
import org.stylecodes.PublishedNames;
import org.stylecodes.format.Config;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;

class UNetTest {
    private static final UNet SD15 = open("tiny-sd15/unet");
    private static final UNet SCALE_SHIFT = open("tiny-unet-scale-shift");

    @ParameterizedTest
    @ValueSource(strings = {"unet_8x8_t999", "unet_16x16_t501", "unet_16x24_t1"})
    void predictsTheNoiseThatDiffusersPredicts(String name) {
        Safetensors golden = Golden.open("cases/" + name + ".safetensors");
        Scope.run(() -> Golden.assertClose(golden.tensor("out"), predict(SD15, golden), 1e-4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unet_scale_shift_12x20", "unet_scale_shift_16x16"})
    void scalesAndShiftsByTheTimestepAndThePooledTextAsDiffusersDoes(String name) {
        Safetensors golden = Golden.open("cases/" + name + ".safetensors");
        Scope.run(() -> Golden.assertClose(golden.tensor("out"), predict(SCALE_SHIFT, golden), 1e-4));
    }

    @Test
    void precomputedKeysAndValuesChangeNothing() {
        Safetensors golden = Golden.open("cases/unet_16x16_t501.safetensors");
        Scope.run(() -> {
            Context prepared = SD15.prepare(golden.tensor("encoder_hidden_states"));
            Tensor out = SD15.forward(golden.tensor("sample"), timestep(golden), prepared, null);
            Golden.assertClose(golden.tensor("out"), out, 1e-4);
        });
    }

    @Test
    void onePromptAndOnePooledTextServeAWholeBatch() {
        Safetensors golden = Golden.open("cases/unet_scale_shift_12x20.safetensors");
        Scope.run(() -> {
            Tensor sample = golden.tensor("sample");
            Tensor out = SCALE_SHIFT.forward(
                    Layers.cat(0, sample, sample),
                    timestep(golden),
                    Context.of(golden.tensor("encoder_hidden_states")),
                    golden.tensor("class_labels"));
            Tensor expected = golden.tensor("out");
            Golden.assertClose(Layers.cat(0, expected, expected), out, 1e-4);
        });
    }

    @Test
    void everyRowOfABatchHasItsOwnTimestep() {
        Safetensors golden = Golden.open("cases/unet_16x16_t501.safetensors");
        Scope.run(() -> {
            Tensor sample = golden.tensor("sample").narrow(0, 0, 1);
            Context context =
                    SD15.prepare(golden.tensor("encoder_hidden_states").narrow(0, 0, 1));
            Tensor both = SD15.forward(Layers.cat(0, sample, sample), timesteps(3, 501), context, null);
            Tensor early = SD15.forward(sample, timesteps(3), context, null);
            Golden.assertClose(early, both.narrow(0, 0, 1), 1e-4);
            Golden.assertClose(golden.tensor("out").narrow(0, 0, 1), both.narrow(0, 1, 1), 1e-4);
        });
    }

    @Test
    void keepsAnyPictureSize() {
        Scope.run(() -> {
            Context context = Context.of(Tensors.of(new float[5 * 64], 1, 5, 64));
            Tensor out = SD15.forward(Tensors.of(new float[4 * 7 * 13], 1, 4, 7, 13), timesteps(7), context, null);
            assertEquals("[1, 4, 7, 13]", Arrays.toString(Tensors.shape(out)));
        });
    }

    @Test
    void readsTheNamesAndShapesOfTheFullSizeModel() {
        PublishedNames.assertAskedFor(
                Golden.json("names/sd15.json").get("unet"),
                name -> true,
                weights -> UNet.of(FullSize.config(), weights));
    }

    @Test
    void refusesPooledTextThatItDoesNotUse() {
        Scope.run(() -> assertThrows(
                IllegalArgumentException.class,
                () -> SD15.timeEmbedding(timesteps(1), Tensors.of(new float[20], 1, 20))));
    }

    @Test
    void refusesToRunWithoutThePooledTextThatItNeeds() {
        Scope.run(() ->
                assertThrows(IllegalArgumentException.class, () -> SCALE_SHIFT.timeEmbedding(timesteps(1), null)));
    }

    @Test
    void aBaseThatReadsCodesAsksForTwoMoreLayers() {
        int time = FullSize.config().timeWidth();
        Map<String, long[]> more = Weights.outline(weights -> UNet.of(readingCodes(), weights));
        more.keySet()
                .removeAll(Weights.outline(weights -> UNet.of(FullSize.config(), weights))
                        .keySet());
        Map<String, String> shapes = new TreeMap<>();
        more.forEach((name, shape) -> shapes.put(name, Arrays.toString(shape)));
        assertEquals(
                Map.of(
                        "style_embedding.linear_1.weight", "[" + time + ", 20]",
                        "style_embedding.linear_1.bias", "[" + time + "]",
                        "style_embedding.linear_2.weight", "[" + time + ", " + time + "]",
                        "style_embedding.linear_2.bias", "[" + time + "]"),
                shapes);
    }

    @Test
    void aBaseThatDoesNotReadCodesLeavesTheTimeEmbeddingAsItIs() {
        Scope.run(() -> {
            Tensor embedding = SD15.timeEmbedding(timesteps(7), null);
            Tensor styled = SD15.styledEmbedding(embedding, Tensors.of(new float[20], 1, 20), 1);
            assertArrayEquals(Tensors.floats(embedding), Tensors.floats(styled));
        });
    }

    private static Tensor predict(UNet unet, Safetensors golden) {
        @Nullable Tensor pooled = golden.names().contains("class_labels") ? golden.tensor("class_labels") : null;
        Context context = Context.of(golden.tensor("encoder_hidden_states"));
        return unet.forward(golden.tensor("sample"), timestep(golden), context, pooled);
    }

    private static Tensor timestep(Safetensors golden) {
        return timesteps(Float.parseFloat(golden.metadata().get("timestep")));
    }

    private static Tensor timesteps(float... timesteps) {
        return Tensors.of(timesteps, timesteps.length);
    }

    private static UNetConfig readingCodes() {
        return UNetConfig.of(Config.of("config.json", FullSize.json().put("style_code_dim", 20)));
    }

    private static UNet open(String folder) {
        UNetConfig config = UNetConfig.of(Config.of(folder + "/config.json", Golden.json(folder + "/config.json")));
        return UNet.of(config, Golden.weights(folder + "/diffusion_pytorch_model.safetensors"));
    }
}
