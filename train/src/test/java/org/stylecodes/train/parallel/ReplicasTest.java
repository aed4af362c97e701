package org.stylecodes.train.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicasTest {
    @Test
    void resultsComeInTheOrderOfReplicas() {
        try (Replicas replicas = new Replicas(3)) {
            assertEquals(List.of(0, 10, 20), replicas.each(i -> 10 * i));
        }
    }

    @Test
    void anErrorReachesTheCallerAsItIs() {
        OutOfMemoryError full = new OutOfMemoryError("of the test");
        try (Replicas replicas = new Replicas(2)) {
            assertSame(full, assertThrows(OutOfMemoryError.class, () -> replicas.each(i -> failing(i, full))));
        }
    }

    private static int failing(int replica, Error error) {
        if (replica == 1) {
            throw error;
        }
        return replica;
    }
}
