package org.stylecodes.studio.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SlowCallerGuardTest {
    private final List<String> givenUp = new ArrayList<>();

    @Test
    void whenTooManyWaitTheEldestIsGivenUp() {
        SlowCallerGuard waits = new SlowCallerGuard(2, 2);
        waits.begin(() -> givenUp.add("first"), 1000);
        waits.begin(() -> givenUp.add("second"), 1000);
        assertEquals(List.of(), givenUp);
        waits.begin(() -> givenUp.add("third"), 1000);
        assertEquals(List.of("first"), givenUp);
    }

    @Test
    void aWaitThatEndedMakesPlace() {
        SlowCallerGuard waits = new SlowCallerGuard(2, 2);
        SlowCallerGuard.Wait first = waits.begin(() -> givenUp.add("first"), 1000);
        waits.begin(() -> givenUp.add("second"), 1000);
        first.close();
        waits.begin(() -> givenUp.add("third"), 1000);
        assertEquals(List.of(), givenUp);
    }

    @Test
    void nobodyIsWaitedForLongerThanWasSaid() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        new SlowCallerGuard(2, 2).begin(end::countDown, 0);
        end.await();
    }

    @Test
    void manyMayWaitForAMoment() {
        SlowCallerGuard waits = new SlowCallerGuard(1, 3);
        List.of("first", "second", "third").forEach(name -> waits.begin(() -> givenUp.add(name), 1000));
        assertEquals(List.of(), givenUp);
        waits.begin(() -> givenUp.add("fourth"), 1000);
        assertEquals(List.of("first"), givenUp);
    }
}
