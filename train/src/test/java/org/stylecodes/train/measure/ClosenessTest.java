package org.stylecodes.train.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClosenessTest {
    private static final List<Double> REFERENCES = List.of(0.0, 10.0);
    private static final List<Double> OTHERS =
            List.of(1.0, 11.0); // at distance 1 from their own references, and 11 and 9 from the others

    @Test
    void picturesAsCloseAsRealOnesHaveZero() {
        Closeness closeness = closeness(List.of(List.of(1.0), List.of(9.0)));
        assertEquals(new Closeness(0, 0, 1, 1, 10), closeness);
    }

    @Test
    void picturesAsFarAsUnrelatedOnesHaveOne() {
        Closeness closeness = closeness(List.of(List.of(10.0), List.of(0.0)));
        assertEquals(new Closeness(1, 0, 10, 1, 10), closeness);
    }

    @Test
    void theErrorComesFromDifferencesAmongStyles() {
        Closeness closeness = closeness(List.of(List.of(1.0), List.of(0.0))); // 0 and 1 of 9
        assertEquals(0.5, closeness.value());
        assertEquals(1.96 * Math.sqrt(0.5) / Math.sqrt(2), closeness.error(), 1e-12);
    }

    private static Closeness closeness(List<List<Double>> generated) {
        return Closeness.of(REFERENCES, OTHERS, generated, (one, two) -> Math.abs(one - two));
    }
}
