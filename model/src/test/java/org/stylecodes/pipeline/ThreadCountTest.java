package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.Golden;
import org.stylecodes.Placement;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.image.Picture;
import org.stylecodes.tensor.Engine;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;
import org.stylecodes.tensor.Workers;

/** What does not depend on the number of threads, and what may round differently. */
class ThreadCountTest {
    private final int threads = Engine.threads();

    @AfterEach
    void restoreThreads() {
        Engine.threads(threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void weightsAreTheSameHoweverManyThreadsReadThem(int count) {
        Engine.threads(count);
        try (ModelFolder folder = ModelFolder.open(Golden.path("tiny-sd15"));
                Networks networks = Networks.open(Golden.path("tiny-sd15"))) {
            Map<String, long[]> shapes = new TreeMap<>(networks.configs().outline(Part.UNET));
            Scope.run(() -> {
                Weights ahead = folder.weights(Part.UNET);
                Workers.run(ahead.reading(shapes));
                Map<String, Tensor> stored = Golden.open("tiny-sd15/unet/diffusion_pytorch_model.safetensors")
                        .tensors();
                shapes.forEach((name, shape) -> assertArrayEquals(
                        Tensors.floats(stored.get(name)), Tensors.floats(ahead.tensor(name, Init.ZEROS, shape)), name));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void decodingRoundsDifferentlyAtMost(int count) {
        try (Networks networks = Networks.open(Golden.path("tiny-sd15"))) {
            Tensor latents = Noise.of(3).normal(1, networks.configs().vae().latentChannels(), 64, 64);
            Engine.threads(1);
            Picture alone = new Diffusion(networks).decode(latents);
            Engine.threads(count);
            assertClose(alone, new Diffusion(networks).decode(latents));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aPictureRoundsDifferentlyAtMost(int count) {
        Request request = Request.of("a house on a hill")
                .style(StyleCode.parse("RIgP_58waM-Dx3A5idNo"))
                .steps(3)
                .size(256, 192)
                .seed(238);
        try (StyleCodes model = StyleCodes.open(Golden.path("tiny-sd15"), Placement.CPU)) {
            Engine.threads(count);
            Picture first = model.generate(request).first();
            assertEquals(first, model.generate(request).first(), "the same number of threads gives the same picture");
            Engine.threads(1);
            assertClose(model.generate(request).first(), first);
        }
    }

    private static void assertClose(Picture expected, Picture actual) {
        byte[] want = expected.rgb();
        byte[] found = actual.rgb();
        assertEquals(want.length, found.length);
        int largest = 0;
        for (int i = 0; i < want.length; i++) {
            largest = Math.max(largest, Math.abs(Byte.toUnsignedInt(want[i]) - Byte.toUnsignedInt(found[i])));
        }
        assertTrue(largest <= 1, "largest difference " + largest);
    }
}
