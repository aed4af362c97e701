package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.error.CancelledException;

class WorkersTest {
    private final int threads = Engine.threads();

    @AfterEach
    void restoreThreads() {
        Engine.threads(threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void tensorsComeInTheOrderOfTheWork(int count) {
        Engine.threads(count);
        Scope.run(() -> {
            List<Supplier<Tensor>> work = IntStream.range(0, 5)
                    .<Supplier<Tensor>>mapToObj(i -> () -> Tensors.of(new float[] {i}, 1))
                    .toList();
            List<Tensor> tensors = Workers.tensors(work);
            for (int i = 0; i < work.size(); i++) {
                assertArrayEquals(new float[] {i}, Tensors.floats(tensors.get(i)));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"1,3,1", "2,2,1", "4,2,2", "4,8,1", "6,4,1"})
    void thePiecesShareTheThreads(int count, int pieces, int share) {
        Engine.threads(count);
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        Workers.run(Collections.nCopies(pieces, () -> seen.add(Engine.threads())));
        assertEquals(Collections.nCopies(pieces, share), seen);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void asManyPiecesRunAtATimeAsThereAreThreads(int count) {
        Engine.threads(count);
        CyclicBarrier together = new CyclicBarrier(count);
        Workers.run(Collections.nCopies(2 * count, () -> {
            try {
                together.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new IllegalStateException(alone);
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void operationsUseTheirShareOfTheThreads(int count) {
        Engine.threads(count);
        assertEquals(count, Scope.get(torch::get_num_threads));
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        Workers.run(Collections.nCopies(2, () -> seen.add(Scope.get(torch::get_num_threads))));
        assertEquals(Collections.nCopies(2, Math.max(1, count / 2)), seen);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void everyThreadEndsItsWorkOnce(int count) {
        Engine.threads(count);
        List<Thread> ended = Collections.synchronizedList(new ArrayList<>());
        Set<Thread> worked = Collections.synchronizedSet(new HashSet<>());
        Workers.run(
                Collections.nCopies(8, () -> worked.add(Thread.currentThread())),
                () -> ended.add(Thread.currentThread()));
        assertEquals(count, ended.size());
        assertTrue(ended.containsAll(worked));
    }

    @Test
    void aFailureIsThrownAsItIs() {
        IllegalArgumentException failure = new IllegalArgumentException("broken");
        Runnable failing = () -> {
            throw failure;
        };
        assertEquals(
                failure, assertThrows(IllegalArgumentException.class, () -> Workers.run(List.of(() -> {}, failing))));
    }

    @Test
    void piecesThatHaveNotBegunAreLeftOutAfterAFailure() {
        Engine.threads(1);
        AtomicInteger begun = new AtomicInteger();
        Runnable failing = () -> {
            throw new IllegalArgumentException("broken");
        };
        assertThrows(IllegalArgumentException.class, () -> Workers.run(List.of(failing, begun::incrementAndGet)));
        assertEquals(0, begun.get());
    }

    @Test
    void anInterruptOfTheCallerCancelsButDoesNotReachTheWork() {
        Thread caller = Thread.currentThread();
        AtomicInteger uninterrupted = new AtomicInteger();
        assertThrows(
                CancelledException.class,
                () -> Workers.uninterrupted(() -> {
                    caller.interrupt();
                    if (!Thread.currentThread().isInterrupted()) {
                        uninterrupted.incrementAndGet();
                    }
                }));
        assertTrue(Thread.interrupted());
        assertEquals(1, uninterrupted.get());
    }

    @Test
    void anInterruptedCallerBeginsNothing() {
        AtomicInteger begun = new AtomicInteger();
        Thread.currentThread().interrupt();
        assertThrows(CancelledException.class, () -> Workers.run(List.of(begun::incrementAndGet)));
        assertTrue(Thread.interrupted());
        assertEquals(0, begun.get());
    }
}
