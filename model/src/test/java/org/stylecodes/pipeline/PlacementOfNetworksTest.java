package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.stylecodes.Device;
import org.stylecodes.Golden;
import org.stylecodes.Guidance;
import org.stylecodes.Interval;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.Request;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

class PlacementOfNetworksTest {
    private static final Networks NETWORKS = Networks.open(Golden.path("tiny-sd15"));

    @AfterAll
    static void close() {
        NETWORKS.close();
    }

    @Test
    void aCodeDoesNotDependOnThePrecision() {
        Picture picture = Pictures.read(Golden.path("images/photo.jpg"));
        try (Networks half = open(Precision.BFLOAT16)) {
            assertEquals(new StyleEncoder(NETWORKS).encode(picture), new StyleEncoder(half).encode(picture));
        }
    }

    @Test
    void drawingUsesTheRequestedPrecisionAndReturnsFloat32() {
        try (Networks half = open(Precision.BFLOAT16)) {
            Request request = Request.of("a house")
                    .style(new StyleEncoder(half).encode(Pictures.read(Golden.path("images/photo.jpg"))))
                    .strength(0.9)
                    .guidance(Guidance.reference(3).textWithin(Interval.ALL).styleWithin(Interval.ALL))
                    .sampler(Sampler.DDIM)
                    .steps(2)
                    .size(64, 64)
                    .seed(0);
            Scope.run(() -> {
                assertEquals(
                        ScalarType.BFloat16,
                        half.textEncoder().tokens().scalar_type().intern());
                Tensor exact = new Diffusion(NETWORKS).latents(request, step -> true);
                Tensor rounded = new Diffusion(half).latents(request, step -> true);
                assertEquals(ScalarType.Float, rounded.scalar_type().intern());
                Golden.assertClose(
                        exact, rounded, 0x1p-4); // of bfloat16's 8 bits, guidance and a random network lose 4
                assertEquals(64, new Diffusion(half).decode(rounded).width());
            });
        }
    }

    @Test
    void anOverflowInFloat16SuggestsAnotherPrecision() {
        try (Networks half = open(Precision.FLOAT16)) {
            assertEquals(
                    "the picture has values that are not finite; the activations of stylecodes may be too large for float16,"
                            + " so use bfloat16 or float32",
                    refusal(half, 1e6f));
        }
    }

    @Test
    void aPictureOfNaNsInFloat32IsTheFaultOfTheWeights() {
        assertEquals(
                "stylecodes: the picture has values that are not finite; the weights are damaged or do not fit the"
                        + " configuration",
                refusal(NETWORKS, Float.NaN));
    }

    private static String refusal(Networks networks, float latent) {
        float[] latents = new float[4 * 4];
        Arrays.fill(latents, latent);
        return Scope.get(() -> assertThrows(StyleCodesException.class, () -> new Diffusion(networks)
                        .decode(Tensors.of(latents, 1, 4, 2, 2)))
                .getMessage());
    }

    private static Networks open(Precision precision) {
        return Networks.open(Golden.path("tiny-sd15"), new Placement(Device.CPU, precision));
    }
}
