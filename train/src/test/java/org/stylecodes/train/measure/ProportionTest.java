package org.stylecodes.train.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProportionTest {
    @Test
    void theIntervalIsWilsons() {
        Proportion share = Proportion.of(8, 10, 0.1, 1);
        assertEquals(0.8, share.value());
        assertEquals(0.4902, share.low(), 1e-4);
        assertEquals(0.9433, share.high(), 1e-4);
    }

    @Test
    void aProportionOfOneIsUncertainToo() {
        Proportion share = Proportion.of(50, 50, 0, 1);
        assertEquals(0.9287, share.low(), 1e-4);
        assertEquals(1, share.high());
    }
}
