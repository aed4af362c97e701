package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;

class GroupNormTest {
    private static final int CHANNELS = 64;
    private static final int GROUPS = 8;
    private static final double EPSILON = 1e-6;

    @Test
    void aLargeMapInChannelsLastOrderIsNormalizedAsInDoublePrecision() {
        assertNormalizes(0, 2, 64, 80);
    }

    @Test
    void aLargeMeanCostsNoDigitsOfTheVariance() {
        assertNormalizes(30, 1, 70, 90);
    }

    @Test
    void rowsThatDoNotFillTheLastBlockCountOnce() {
        assertNormalizes(3, 1, 37, 300);
    }

    @Test
    void theOutputKeepsTheOrderOfALargeMap() {
        Scope.run(() -> {
            Tensor x = map(Noise.of(1), 0, 2, 64, 64);
            assertTrue(norm(Noise.of(2)).forward(x).is_contiguous(MemoryFormat.ChannelsLast));
        });
    }

    @Test
    void aSiluFollows() {
        Scope.run(() -> {
            Tensor x = map(Noise.of(1), 0, 2, 64, 64);
            GroupNorm norm = norm(Noise.of(2));
            Golden.assertClose(torch.silu(norm.forward(x)), norm.silu(x), 1e-6);
        });
    }

    @Test
    void theMomentsOfAMapInBfloat16AreSummedInFloat32() {
        Scope.run(() -> {
            Tensor x = map(Noise.of(1), 1, 1, 64, 64).to(ScalarType.BFloat16);
            GroupNorm norm = norm(Noise.of(2));
            GroupNorm half = new GroupNorm(
                    norm.weight().to(ScalarType.BFloat16), norm.bias().to(ScalarType.BFloat16), GROUPS, EPSILON);
            Tensor exact = norm.forward(x.to(ScalarType.Float));
            Golden.assertClose(exact, half.forward(x).to(ScalarType.Float), 0x1p-6);
        });
    }

    @Test
    void gradientsOfALargeMapInChannelsLastOrderAreRecorded() {
        Scope.run(() -> {
            Tensor x = map(Noise.of(1), 0, 2, 64, 64).requires_grad_(true);
            norm(Noise.of(2)).silu(x).square().sum().backward();
            assertEquals(x.numel(), x.grad().numel());
        });
    }

    @Test
    void aLargeMeanCostsNoDigitsWhereGradientsAreRecorded() {
        Scope.run(() -> {
            GroupNorm norm = norm(Noise.of(2));
            Tensor x = map(Noise.of(1), 100, 2, 16, 16).requires_grad_(true);
            Tensor exact = x.detach().to(ScalarType.Double).contiguous().requires_grad_(true);
            Tensor expected = torch.silu(torch.group_norm(
                    exact,
                    GROUPS,
                    new TensorOptional(norm.weight().to(ScalarType.Double)),
                    new TensorOptional(norm.bias().to(ScalarType.Double)),
                    EPSILON,
                    true));
            Tensor normalized = norm.silu(x);
            assertTrue(normalized.is_contiguous(MemoryFormat.ChannelsLast));
            Golden.assertClose(expected.to(ScalarType.Float), normalized, 1e-5);
            expected.square().sum().backward();
            normalized.square().sum().backward();
            Golden.assertClose(exact.grad().to(ScalarType.Float), x.grad(), 1e-4);
        });
    }

    private static void assertNormalizes(double mean, long rows, long height, long width) {
        Scope.run(() -> {
            Tensor x = map(Noise.of(1), mean, rows, height, width);
            GroupNorm norm = norm(Noise.of(2));
            Tensor exact = torch.group_norm(
                    x.to(ScalarType.Double).contiguous(),
                    GROUPS,
                    new TensorOptional(norm.weight().to(ScalarType.Double)),
                    new TensorOptional(norm.bias().to(ScalarType.Double)),
                    EPSILON,
                    true);
            Golden.assertClose(exact.to(ScalarType.Float), norm.forward(x), 5e-5);
        });
    }

    private static Tensor map(Noise noise, double mean, long rows, long height, long width) {
        return noise.normal(rows, CHANNELS, height, width).add(new Scalar(mean)).contiguous(MemoryFormat.ChannelsLast);
    }

    private static GroupNorm norm(Noise noise) {
        return new GroupNorm(noise.normal(CHANNELS), noise.normal(CHANNELS), GROUPS, EPSILON);
    }
}
