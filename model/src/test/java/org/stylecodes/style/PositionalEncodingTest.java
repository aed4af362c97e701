package org.stylecodes.style;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.stylecodes.MetaDevice;
import org.stylecodes.tensor.Scope;

class PositionalEncodingTest {
    @Test
    void aComputedTableIsAddedOnTheDeviceOfTheTokens() {
        Scope.run(() -> assertTrue(PositionalEncoding.of(MetaDevice.weights(), 8)
                .added(MetaDevice.tensor(2, 5, 8), 5)
                .is_meta()));
    }
}
