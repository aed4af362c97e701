package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stylecodes.Guidance;

class GuidanceTermTest {
    @Test
    void referenceHasTheStyleOnBothSides() {
        assertEquals(
                List.of(new GuidanceTerm(false, true, -2), new GuidanceTerm(true, true, 3)),
                GuidanceTerm.of(Guidance.reference(3), true, true));
    }

    @Test
    void jointHasThePlainBaseOnTheOtherSide() {
        assertEquals(
                List.of(new GuidanceTerm(false, false, -2), new GuidanceTerm(true, true, 3)),
                GuidanceTerm.of(Guidance.joint(3), true, true));
    }

    @Test
    void separateNeedsThree() {
        assertEquals(
                List.of(
                        new GuidanceTerm(false, false, -0.5),
                        new GuidanceTerm(false, true, -1.5),
                        new GuidanceTerm(true, true, 3)),
                GuidanceTerm.of(Guidance.separate(3, 1.5), true, true));
    }

    @Test
    void separateWithEqualScalesIsJoint() {
        assertEquals(
                GuidanceTerm.of(Guidance.joint(2), true, true), GuidanceTerm.of(Guidance.separate(2, 2), true, true));
    }

    @Test
    void aScaleOfOneNeedsNoOtherSide() {
        List<GuidanceTerm> alone = List.of(new GuidanceTerm(true, true, 1));
        assertEquals(alone, GuidanceTerm.of(Guidance.reference(1), true, true));
        assertEquals(alone, GuidanceTerm.of(Guidance.joint(1), true, true));
        assertEquals(alone, GuidanceTerm.of(Guidance.separate(1, 1), true, true));
    }

    @Test
    void aScaleOfZeroDoesNotNeedThePrompt() {
        assertEquals(List.of(new GuidanceTerm(false, true, 1)), GuidanceTerm.of(Guidance.reference(0), true, true));
    }

    @Test
    void outsideTheIntervalOfTheTextThePromptIsNotAmplified() {
        assertEquals(List.of(new GuidanceTerm(true, true, 1)), GuidanceTerm.of(Guidance.reference(3), false, true));
        assertEquals(
                List.of(
                        new GuidanceTerm(false, false, -0.5),
                        new GuidanceTerm(false, true, 0.5),
                        new GuidanceTerm(true, true, 1)),
                GuidanceTerm.of(Guidance.separate(3, 1.5), false, true));
    }

    @Test
    void outsideTheIntervalOfTheStyleNothingIsStyled() {
        List<GuidanceTerm> plain = List.of(new GuidanceTerm(false, false, -2), new GuidanceTerm(true, false, 3));
        assertEquals(plain, GuidanceTerm.of(Guidance.reference(3), true, false));
        assertEquals(plain, GuidanceTerm.of(Guidance.joint(3), true, false));
        assertEquals(plain, GuidanceTerm.of(Guidance.separate(3, 1.5), true, false));
    }
}
