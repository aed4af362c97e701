package org.stylecodes.train.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RetrievalTest {
    private static final Retrieval<Double> RETRIEVAL =
            new Retrieval<>(List.of(0.0, 1.0, 5.0), (one, two) -> Math.abs(one - two));

    @Test
    void theNearestIsFound() {
        assertEquals(2, RETRIEVAL.nearest(3.5));
    }

    @Test
    void codesNearestToTheirOwnStyleAreCounted() {
        assertEquals(2, RETRIEVAL.found(List.of(0.2, 0.1, 9.0)));
    }
}
