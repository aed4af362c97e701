package org.stylecodes.sampler.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

class TrajectoryTest {
    private static final NoiseSchedule SCHEDULE = NoiseScheduleTest.schedule("""
            {"beta_schedule": "scaled_linear", "beta_start": 0.00085, "beta_end": 0.012, "clip_sample": false,
             "set_alpha_to_one": false, "steps_offset": 1, "skip_prk_steps": true}
            """);
    private static final Denoiser HALF = (latents, timestep, step, steps) -> Arithmetic.scaled(latents, 0.5);

    @Test
    void theListenerIsCalledAfterEveryStep() {
        List<String> told = new ArrayList<>();
        sample(Trajectory.of(Sampler.DDIM, SCHEDULE, 4), step -> {
            told.add(step.index() + "/" + step.steps() + "@" + step.timestep());
            return true;
        });
        assertEquals(List.of("0/4@751.0", "1/4@501.0", "2/4@251.0", "3/4@1.0"), told);
    }

    @Test
    void aListenerThatReturnsFalseEndsTheRun() {
        int[] calls = {0};
        Trajectory way = Trajectory.of(Sampler.EULER, SCHEDULE, 20);
        Throwable cancelled = assertThrows(
                CancelledException.class,
                () -> sample(way, step -> {
                    calls[0]++;
                    return step.index() < 2;
                }));
        assertEquals("cancelled after step 3 of 20", cancelled.getMessage());
        assertEquals(3, calls[0]);
    }

    @Test
    void thePreviewOfTheLastStepIsTheResultIfTheRunEndsWithoutNoise() {
        float[][] preview = {{}};
        float[] result = sample(Trajectory.of(Sampler.DPMPP_2M, SCHEDULE, 6), step -> {
            preview[0] = Tensors.floats(step.clean());
            return true;
        });
        assertArrayEquals(preview[0], result);
    }

    @Test
    void aStrengthTakesTheLastSteps() {
        assertArrayEquals(
                new float[] {401, 301, 201, 101, 1},
                timesteps(Trajectory.of(Sampler.DDIM, SCHEDULE, 10).last(0.5)));
        assertArrayEquals(
                new float[] {401, 301, 301, 201, 101, 1},
                timesteps(Trajectory.of(Sampler.PNDM, SCHEDULE, 10).last(0.5)));
        assertArrayEquals(
                new float[] {222, 111, 111, 0, 0},
                timesteps(Trajectory.of(Sampler.HEUN, SCHEDULE, 10).last(0.39)));
    }

    @Test
    void fullStrengthTakesAllSteps() {
        Trajectory whole = Trajectory.of(Sampler.DPMPP_2M_KARRAS, SCHEDULE, 12);
        assertArrayEquals(timesteps(whole), timesteps(whole.last(1)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 0.04, 1.01, Double.NaN})
    void aStrengthThatLeavesNoStepIsRefused(double strength) {
        Trajectory way = Trajectory.of(Sampler.DDIM, SCHEDULE, 20);
        assertThrows(StyleCodesException.class, () -> way.last(strength));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void moreStepsThanTrainingTimestepsAreRefused(int steps) {
        assertThrows(StyleCodesException.class, () -> Trajectory.of(Sampler.EULER, SCHEDULE, steps));
    }

    @Test
    void anOffsetBeyondTheLastTimestepIsRefused() {
        String message = assertThrows(StyleCodesException.class, () -> Trajectory.of(Sampler.DDIM, SCHEDULE, 1000))
                .getMessage();
        assertTrue(message.contains("timestep 1000"), message);
    }

    @Test
    void trailingSpacingKeepsTheStepCountIfItDoesNotDivide() {
        float[] timesteps = timesteps(Trajectory.of(Sampler.DDIM, NoiseScheduleTest.cosine(), 61));
        assertEquals(61, timesteps.length);
        assertEquals(999, timesteps[0]);
        assertEquals(15, timesteps[60]);
    }

    @Test
    void asManyStepsAsTimestepsStayFinite() {
        for (float number : sample(Trajectory.of(Sampler.DPMPP_2M, SCHEDULE, 1000), StepListener.NONE)) {
            assertTrue(Float.isFinite(number));
        }
    }

    @Test
    void aNoisePredictionFromPureNoiseIsRefused() {
        NoiseSchedule schedule =
                NoiseScheduleTest.schedule("{\"rescale_betas_zero_snr\": true, \"timestep_spacing\": \"trailing\"}");
        String message = assertThrows(StyleCodesException.class, () -> Trajectory.of(Sampler.DDIM, schedule, 20))
                .getMessage();
        assertTrue(message.contains("timestep 999"), message);
    }

    @Test
    void aPictureGetsTheNoiseLevelOfTheStart() {
        Scope.run(() -> {
            Tensor clean = Tensors.of(new float[] {1}, 1);
            Tensor noise = Tensors.of(new float[] {1}, 1);
            Trajectory ddim = Trajectory.of(Sampler.DDIM, SCHEDULE, 10).last(0.5);
            double alphaBar = SCHEDULE.alphaBar(401);
            assertEquals(
                    Math.sqrt(alphaBar) + Math.sqrt(1 - alphaBar), Tensors.floats(ddim.begin(clean, noise))[0], 1e-6);
            Trajectory euler = Trajectory.of(Sampler.EULER, SCHEDULE, 10).last(0.5);
            assertEquals(1 + SCHEDULE.sigma(444), Tensors.floats(euler.begin(clean, noise))[0], 1e-6);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPerfectDenoiserLeadsEverySamplerBackToThePicture(Sampler sampler) {
        Scope.run(() -> {
            NoiseSchedule schedule = NoiseScheduleTest.cosine();
            Trajectory way = Trajectory.of(sampler, schedule, 20);
            Tensor picture = Tensors.of(new float[] {0.5f, -0.25f, 0.75f}, 3);
            Denoiser oracle = (latents, timestep, step, steps) -> {
                double angle = Math.PI / 2 * (timestep + 1) / 1000;
                return Arithmetic.weighted(
                        latents, 1 / Math.tan(angle), picture, -Math.sin(angle) - Math.cos(angle) / Math.tan(angle));
            };
            try (Noise noise = Noise.of(1)) {
                Tensor result = way.sample(oracle, way.begin(noise.normal(3)), noise::normal, StepListener.NONE);
                assertArrayEquals(Tensors.floats(picture), Tensors.floats(result), 0.02f);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void stepsLeaveNoNativeMemoryBehind(Sampler sampler) {
        sample(Trajectory.of(sampler, SCHEDULE, 5), StepListener.NONE);
        long before = Pointer.totalCount();
        long[] during = new long[50];
        sample(Trajectory.of(sampler, SCHEDULE, 50), step -> {
            during[Math.min(step.index(), 49)] = Pointer.totalCount();
            return true;
        });
        assertEquals(during[10], during[40]);
        assertEquals(before, Pointer.totalCount());
    }

    private static float[] sample(Trajectory way, StepListener listener) {
        return Scope.get(() -> {
            try (Noise noise = Noise.of(0)) {
                Tensor start = way.begin(noise.normal(1, 4, 8, 8));
                return Tensors.floats(way.sample(HALF, start, noise::normal, listener));
            }
        });
    }

    private static float[] timesteps(Trajectory way) {
        float[] timesteps = new float[way.length()];
        for (int i = 0; i < timesteps.length; i++) {
            timesteps[i] = way.timestep(i);
        }
        return timesteps;
    }
}
