package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stylecodes.Guidance;

class PredictionTest {
    @Test
    void referenceHasTheStyleOnBothSides() {
        assertEquals(
                List.of(new Prediction(false, true, -2), new Prediction(true, true, 3)),
                Prediction.of(Guidance.reference(3), true, true));
    }

    @Test
    void jointHasThePlainBaseOnTheOtherSide() {
        assertEquals(
                List.of(new Prediction(false, false, -2), new Prediction(true, true, 3)),
                Prediction.of(Guidance.joint(3), true, true));
    }

    @Test
    void separateNeedsThree() {
        assertEquals(
                List.of(
                        new Prediction(false, false, -0.5),
                        new Prediction(false, true, -1.5),
                        new Prediction(true, true, 3)),
                Prediction.of(Guidance.separate(3, 1.5), true, true));
    }

    @Test
    void separateWithEqualScalesIsJoint() {
        assertEquals(Prediction.of(Guidance.joint(2), true, true), Prediction.of(Guidance.separate(2, 2), true, true));
    }

    @Test
    void aScaleOfOneNeedsNoOtherSide() {
        List<Prediction> alone = List.of(new Prediction(true, true, 1));
        assertEquals(alone, Prediction.of(Guidance.reference(1), true, true));
        assertEquals(alone, Prediction.of(Guidance.joint(1), true, true));
        assertEquals(alone, Prediction.of(Guidance.separate(1, 1), true, true));
    }

    @Test
    void aScaleOfZeroNeedsThePromptNotAtAll() {
        assertEquals(List.of(new Prediction(false, true, 1)), Prediction.of(Guidance.reference(0), true, true));
    }

    @Test
    void outsideTheIntervalOfTheTextThePromptIsNotAmplified() {
        assertEquals(List.of(new Prediction(true, true, 1)), Prediction.of(Guidance.reference(3), false, true));
        assertEquals(
                List.of(
                        new Prediction(false, false, -0.5),
                        new Prediction(false, true, 0.5),
                        new Prediction(true, true, 1)),
                Prediction.of(Guidance.separate(3, 1.5), false, true));
    }

    @Test
    void outsideTheIntervalOfTheStyleNothingIsStyled() {
        List<Prediction> plain = List.of(new Prediction(false, false, -2), new Prediction(true, false, 3));
        assertEquals(plain, Prediction.of(Guidance.reference(3), true, false));
        assertEquals(plain, Prediction.of(Guidance.joint(3), true, false));
        assertEquals(plain, Prediction.of(Guidance.separate(3, 1.5), true, false));
    }
}
