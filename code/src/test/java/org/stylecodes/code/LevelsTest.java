package org.stylecodes.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LevelsTest {
    @Test
    void theEndLevelsAreMinusOneAndOne() {
        assertEquals(-1, Levels.value(0));
        assertEquals(1, Levels.value(63));
    }

    @Test
    void everyLevelIsNearestToItsOwnValue() {
        for (int level = 0; level < Levels.COUNT; level++) {
            assertEquals(level, Levels.nearest(Levels.value(level)));
        }
    }

    @Test
    void valuesHalfwayBetweenTwoLevelsGetTheHigher() {
        assertEquals(32, Levels.nearest(0));
    }

    @Test
    void valuesBeyondTheRangeGetTheLowestOrHighestLevel() {
        assertEquals(0, Levels.nearest(Double.NEGATIVE_INFINITY));
        assertEquals(63, Levels.nearest(1.5));
    }

    @Test
    void notANumberHasNoLevel() {
        assertThrows(IllegalArgumentException.class, () -> Levels.nearest(Double.NaN));
    }

    @Test
    void levelsOutOfRangeHaveNoValue() {
        assertThrows(IllegalArgumentException.class, () -> Levels.value(-1));
        assertThrows(IllegalArgumentException.class, () -> Levels.value(64));
    }
}
