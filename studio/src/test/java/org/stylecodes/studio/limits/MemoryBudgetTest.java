package org.stylecodes.studio.limits;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stylecodes.studio.error.OverloadedException;

class MemoryBudgetTest {
    private final MemoryBudget memory = new MemoryBudget(1 << 20, 1 << 20, Duration.ZERO);

    @Test
    void aRequestWithoutRoomIsRefused() {
        memory.pixels(40_000);
        assertThrows(OverloadedException.class, () -> memory.pixels(40_000));
    }

    @Test
    void releasedRoomIsFreeForOthers() {
        memory.pixels(40_000).close();
        memory.pixels(40_000);
    }

    @Test
    void aPictureThatIsTooLargeForTheShareTakesAllOfIt() {
        MemoryBudget.Reservation all = memory.pixels(25_000_000);
        assertThrows(OverloadedException.class, () -> memory.pixels(1));
        all.close();
        memory.pixels(1);
    }

    @Test
    void filesAndPixelsHaveSeparateShares() {
        memory.file(1 << 20);
        memory.pixels(1 << 16);
        assertThrows(OverloadedException.class, () -> memory.file(1));
    }

    @Test
    void aRequestWaitsForRoom() throws InterruptedException {
        MemoryBudget patient = new MemoryBudget(1 << 20, 1 << 20, Duration.ofHours(1));
        MemoryBudget.Reservation first = patient.file(1 << 20);
        Thread next = new Thread(() -> patient.file(1 << 20));
        next.start();
        first.close();
        next.join();
    }
}
