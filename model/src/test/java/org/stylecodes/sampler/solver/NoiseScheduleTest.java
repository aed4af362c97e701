package org.stylecodes.sampler.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.Golden;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Config;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

class NoiseScheduleTest {
    @Test
    void readsThePublishedConfiguration() {
        NoiseSchedule schedule = NoiseSchedule.of(
                Config.of("scheduler_config.json", Golden.json("tiny-sd15/scheduler/scheduler_config.json")));
        assertEquals(1000, schedule.timesteps());
        assertEquals(0.99915f, schedule.alphaBar(0));
        assertEquals(14.614647f, schedule.sigma(999));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "beta_schedule | {\"beta_schedule\": \"sigmoid\"}",
                "beta_schedule | {\"beta_start\": -0.1}",
                "trained_betas | {\"num_train_timesteps\": 3, \"trained_betas\": [0.1, 0.2]}",
                "prediction_type | {\"prediction_type\": \"flow\"}",
                "timestep_spacing | {\"timestep_spacing\": \"even\"}",
                "steps_offset | {\"steps_offset\": -1}",
                "num_train_timesteps | {\"num_train_timesteps\": 0}",
                "thresholding | {\"thresholding\": true}",
                "shift | {\"shift\": 3.0}"
            })
    void refusesByName(String key, String json) {
        assertEquals(
                key,
                assertThrows(ModelFormatException.class, () -> schedule(json)).tensor());
    }

    @Test
    void theCosineScheduleEndsInPureNoise() {
        NoiseSchedule schedule = cosine();
        for (int i = 0; i < 1000; i++) {
            double expected = Math.pow(Math.cos(Math.PI / 2 * (i + 1) / 1000), 2);
            assertEquals(expected, schedule.alphaBar(i), 1e-5);
        }
        assertEquals(0, schedule.alphaBar(999));
        assertEquals(PredictionType.V_PREDICTION, schedule.predictionType());
    }

    @Test
    void rescalingLeavesNoSignalAtTheLastTimestep() {
        NoiseSchedule schedule = schedule("""
                {"beta_schedule": "scaled_linear", "beta_start": 0.00085, "beta_end": 0.012, "rescale_betas_zero_snr": true}
                """);
        assertEquals(0, schedule.alphaBar(999));
        assertEquals(0.99915f, schedule.alphaBar(0));
    }

    @Test
    void theSquaredCosineHasTheBetasOfThePaper() {
        NoiseSchedule schedule = schedule("{\"beta_schedule\": \"squaredcos_cap_v2\"}");
        assertEquals(0.49384, schedule.alphaBar(499), 1e-5);
        assertTrue(schedule.alphaBar(999) > 0);
    }

    @Test
    void noiseAndVelocityRotateTheSignalByTheSameAngle() {
        Scope.run(() -> {
            NoiseSchedule schedule = cosine();
            Tensor clean = Tensors.of(new float[] {1, 1}, 2, 1, 1, 1);
            Tensor noise = Tensors.of(new float[] {2, 2}, 2, 1, 1, 1);
            float half = (float) Math.sqrt(0.5);
            assertArrayEquals(
                    new float[] {3 * half, 2}, Tensors.floats(schedule.addNoise(clean, noise, 499, 999)), 1e-5f);
            assertArrayEquals(new float[] {half, -1}, Tensors.floats(schedule.velocity(clean, noise, 499, 999)), 1e-5f);
        });
    }

    // The signal falls as cos(pi t / 2), with none left at the last timestep.
    static NoiseSchedule cosine() {
        ObjectNode config = JsonNodeFactory.instance
                .objectNode()
                .put("prediction_type", "v_prediction")
                .put("timestep_spacing", "trailing")
                .put("set_alpha_to_one", true)
                .put("clip_sample", false);
        for (int i = 0; i < 1000; i++) {
            double before = Math.cos(Math.PI / 2 * i / 1000);
            double after = i == 999 ? 0 : Math.cos(Math.PI / 2 * (i + 1) / 1000);
            config.withArray("trained_betas").add(1 - (after * after) / (before * before));
        }
        return NoiseSchedule.of(Config.of("scheduler_config.json", config));
    }

    static NoiseSchedule schedule(String json) {
        try {
            return NoiseSchedule.of(Config.of("scheduler_config.json", new ObjectMapper().readTree(json)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
