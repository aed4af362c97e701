package org.stylecodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.error.InvalidRequestException;

class GuidanceTest {
    @Test
    void takesMissingValuesFromTheDefaults() {
        assertEquals(Guidance.joint(2), Guidance.DEFAULT.orElse(Guidance.joint(2)));
        assertEquals(Guidance.joint(5), Guidance.of(5).orElse(Guidance.joint(2)));
        assertEquals(Guidance.separate(2, 1.5), Guidance.DEFAULT.style(1.5).orElse(Guidance.joint(2)));
    }

    @Test
    void takesTheDefaultsForMissingIntervals() {
        Interval first = new Interval(0, 0.5);
        Guidance defaults = Guidance.joint(2).textWithin(first).styleWithin(Interval.ALL);
        assertEquals(first, Guidance.DEFAULT.orElse(defaults).textInterval());
        assertEquals(first, Guidance.DEFAULT.styleWithin(first).orElse(defaults).styleInterval());
    }

    @Test
    void takesTheDefaultScaleOfTheStyleOnlyInSeparateMode() {
        Guidance separate = new Guidance(GuidanceMode.SEPARATE, null, null, null, null);
        assertEquals(Guidance.separate(2, 4), separate.orElse(Guidance.separate(2, 4)));
        assertEquals(Guidance.separate(2, 1), separate.orElse(Guidance.joint(2)));
        assertEquals(Guidance.joint(3), Guidance.joint(3).orElse(Guidance.separate(2, 4)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 101, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesScalesOutOfRange(double scale) {
        assertThrows(InvalidRequestException.class, () -> Guidance.of(scale));
        assertThrows(InvalidRequestException.class, () -> Guidance.separate(1, scale));
    }

    @Test
    void refusesAScaleOfTheStyleInAModeWithoutOne() {
        assertThrows(
                InvalidRequestException.class,
                () -> new Guidance(GuidanceMode.JOINT, 2.0, 1.5, Interval.ALL, Interval.ALL));
    }
}
