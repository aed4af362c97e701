package org.stylecodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.error.InvalidRequestException;

class IntervalTest {
    @ParameterizedTest
    @CsvSource({"0, 1, 10", "0, 0.3, 3", "0.3, 1, 7", "0.25, 0.75, 5", "0.5, 0.5, 0", "0.95, 1, 0"})
    void containsTheStepsThatBeginWithinIt(double start, double end, int expected) {
        Interval interval = new Interval(start, end);
        assertEquals(
                expected,
                IntStream.range(0, 10)
                        .filter(step -> interval.contains(step, 10))
                        .count());
    }

    @Test
    void refusesFractionsOutOfRangeOrOrder() {
        assertThrows(InvalidRequestException.class, () -> new Interval(-0.1, 1));
        assertThrows(InvalidRequestException.class, () -> new Interval(0, 1.1));
        assertThrows(InvalidRequestException.class, () -> new Interval(0.6, 0.5));
        assertThrows(InvalidRequestException.class, () -> new Interval(Double.NaN, 1));
    }
}
