package org.stylecodes.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stylecodes.ModelFormatException;
import org.stylecodes.format.Config;

class SamplerTest {
    @ParameterizedTest
    @CsvSource({
        "ddim, DDIM",
        "pndm, PNDM",
        "PLMS, PNDM",
        "euler, EULER",
        "Euler a, EULER_ANCESTRAL",
        "euler_a, EULER_ANCESTRAL",
        "euler_ancestral, EULER_ANCESTRAL",
        "heun, HEUN",
        "dpmpp_2m, DPMPP_2M",
        "DPM++ 2M Karras, DPMPP_2M_KARRAS",
        "dpm++ 2m sde karras, DPMPP_2M_SDE_KARRAS",
        "UniPC, UNIPC"
    })
    void goesByTheNamesThatPeopleUse(String name, Sampler sampler) {
        assertEquals(sampler, Sampler.of(name));
    }

    @ParameterizedTest
    @EnumSource
    void goesByItsOwnIdAndTitle(Sampler sampler) {
        assertEquals(sampler, Sampler.of(sampler.id()));
        assertEquals(sampler, Sampler.of(sampler.title()));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        String message = assertThrows(UnknownSamplerException.class, () -> Sampler.of("eular"))
                .getMessage();
        assertTrue(message.contains("\"eular\"") && message.contains("ddim, ") && message.contains("dpmpp_2m_karras"));
    }

    @Test
    void anUnknownSchedulerClassIsNamed() {
        String message = assertThrows(
                        UnknownSamplerException.class, () -> Sampler.published("FlowMatchScheduler", config()))
                .getMessage();
        assertTrue(message.contains("\"FlowMatchScheduler\""), message);
    }

    @Test
    void karrasSigmasOfAConfigurationChooseTheSampler() {
        Config config = Config.of(
                "scheduler_config.json", JsonNodeFactory.instance.objectNode().put("use_karras_sigmas", true));
        assertEquals(Sampler.DPMPP_2M_KARRAS, Sampler.published("DPMSolverMultistepScheduler", config));
    }

    @Test
    void rungeKuttaStepsAreRefusedByName() {
        assertEquals(
                "skip_prk_steps",
                assertThrows(ModelFormatException.class, () -> Sampler.published("PNDMScheduler", config()))
                        .tensor());
    }

    private static Config config() {
        return Config.of("scheduler_config.json", JsonNodeFactory.instance.objectNode());
    }
}
