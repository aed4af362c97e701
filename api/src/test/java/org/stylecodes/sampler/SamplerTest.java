package org.stylecodes.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
    void isFoundByTheNamesInUse(String name, Sampler sampler) {
        assertEquals(sampler, Sampler.of(name));
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsIdAndTitle(Sampler sampler) {
        assertEquals(sampler, Sampler.of(sampler.id()));
        assertEquals(sampler, Sampler.of(sampler.title()));
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        String message = assertThrows(UnknownSamplerException.class, () -> Sampler.of("eular"))
                .getMessage();
        assertTrue(message.contains("\"eular\"") && message.contains("ddim, ") && message.contains("dpmpp_2m_karras"));
    }
}
