package org.stylecodes.studio.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SlowCallerGuardTest {
    private final List<String> disconnected = new ArrayList<>();

    @Test
    void whenTooManyWaitTheOldestIsDisconnected() {
        SlowCallerGuard waits = new SlowCallerGuard(2, 2);
        waits.begin(() -> disconnected.add("first"), 1000);
        waits.begin(() -> disconnected.add("second"), 1000);
        assertEquals(List.of(), disconnected);
        waits.begin(() -> disconnected.add("third"), 1000);
        assertEquals(List.of("first"), disconnected);
    }

    @Test
    void anEndedWaitFreesItsPlace() {
        SlowCallerGuard waits = new SlowCallerGuard(2, 2);
        SlowCallerGuard.Wait first = waits.begin(() -> disconnected.add("first"), 1000);
        waits.begin(() -> disconnected.add("second"), 1000);
        first.close();
        waits.begin(() -> disconnected.add("third"), 1000);
        assertEquals(List.of(), disconnected);
    }

    @Test
    void aWaitEndsAtItsDeadline() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        new SlowCallerGuard(2, 2).begin(end::countDown, 0);
        end.await();
    }

    @Test
    void manyMayWaitBriefly() {
        SlowCallerGuard waits = new SlowCallerGuard(1, 3);
        List.of("first", "second", "third").forEach(name -> waits.begin(() -> disconnected.add(name), 1000));
        assertEquals(List.of(), disconnected);
        waits.begin(() -> disconnected.add("fourth"), 1000);
        assertEquals(List.of("first"), disconnected);
    }
}
