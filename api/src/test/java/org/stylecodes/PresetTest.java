package org.stylecodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.stylecodes.sampler.Sampler;

class PresetTest {
    @Test
    void theReleasedSettingsAreThoseOfThePublishedScripts() {
        Request request =
                Request.of("a cat").guidance(Guidance.separate(2, 4)).steps(7).preset(Preset.RELEASED);
        assertEquals(0.9, request.strength());
        assertEquals(new Guidance(GuidanceMode.REFERENCE, 3.0, null, Interval.ALL, Interval.ALL), request.guidance());
        assertEquals(20, request.steps());
        assertEquals(Sampler.DDIM, request.sampler());
    }

    @Test
    void aDraftKeepsTheGuidanceAndTheStrength() {
        Request request = Request.of("a cat").guidance(Guidance.joint(5)).preset(Preset.FAST);
        assertEquals(Guidance.joint(5), request.guidance());
        assertNull(request.strength());
        assertEquals(6, request.steps());
        assertEquals(Sampler.UNIPC, request.sampler());
    }

    @Test
    void settersThatFollowChangeThePreset() {
        assertEquals(30, Request.of("a cat").preset(Preset.RELEASED).steps(30).steps());
    }
}
