package org.stylecodes.train.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.error.CancelledException;
import org.stylecodes.tensor.Engine;

class ReplicasTest {
    @Test
    void resultsComeInTheOrderOfReplicas() {
        try (Replicas replicas = new Replicas(3)) {
            assertEquals(List.of(0, 10, 20), replicas.each(i -> 10 * i));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 1, 2", "2, 2, 1", "4, 1, 4", "4, 2, 2", "4, 3, 1", "2, 4, 1"})
    void theThreadsAreDividedUntilTheReplicasEnd(int threads, int count, int share) {
        int before = Engine.threads();
        Engine.threads(threads);
        try {
            try (Replicas replicas = new Replicas(count)) {
                assertEquals(Collections.nCopies(count, share), replicas.each(i -> Engine.threads()));
            }
            assertEquals(threads, Engine.threads());
        } finally {
            Engine.threads(before);
        }
    }

    @Test
    void anErrorReachesTheCallerAsItIs() {
        OutOfMemoryError full = new OutOfMemoryError("of the test");
        try (Replicas replicas = new Replicas(2)) {
            assertSame(full, assertThrows(OutOfMemoryError.class, () -> replicas.each(i -> failing(i, full))));
        }
    }

    @Test
    void anInterruptedCallEndsAfterItsReplicas() {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        try (Replicas replicas = new Replicas(2)) {
            Thread.currentThread().interrupt();
            CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(goOn::countDown);
            assertThrows(
                    CancelledException.class,
                    () -> replicas.each(i -> {
                        awaitQuietly(goOn);
                        return ended.incrementAndGet();
                    }));
            assertEquals(2, ended.get());
            assertTrue(Thread.interrupted(), "the interrupt status is lost");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int failing(int replica, Error error) {
        if (replica == 1) {
            throw error;
        }
        return replica;
    }
}
