package org.stylecodes.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.error.UnsupportedOptionException;
import org.stylecodes.format.Config;
import org.stylecodes.sampler.Sampler;

class DiffusersSchedulerTest {
    @Test
    void anUnknownSchedulerClassIsNamed() {
        String message = assertThrows(
                        UnsupportedOptionException.class,
                        () -> DiffusersScheduler.sampler("FlowMatchScheduler", config()))
                .getMessage();
        assertTrue(message.contains("_class_name: is FlowMatchScheduler"), message);
    }

    @Test
    void karrasSigmasOfAConfigurationChooseTheSampler() {
        Config config = Config.of(
                "scheduler_config.json", JsonNodeFactory.instance.objectNode().put("use_karras_sigmas", true));
        assertEquals(Sampler.DPMPP_2M_KARRAS, DiffusersScheduler.sampler("DPMSolverMultistepScheduler", config));
    }

    @Test
    void rungeKuttaStepsAreRefusedByName() {
        assertEquals(
                "skip_prk_steps",
                assertThrows(ModelFormatException.class, () -> DiffusersScheduler.sampler("PNDMScheduler", config()))
                        .tensor());
    }

    private static Config config() {
        return Config.of("scheduler_config.json", JsonNodeFactory.instance.objectNode());
    }
}
