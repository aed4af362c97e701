package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stylecodes.Golden;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.CancelledException;
import org.stylecodes.image.Picture;

/** An interrupt ends the work of a thread, and the model remains usable. */
@Timeout(120)
class InterruptTest {
    private static final Picture GREY = Picture.of(32, 32, new byte[32 * 32 * 3]);
    private static final Request REQUEST = Request.of("a house on a hill")
            .style(StyleCode.parse("RIgP_58waM-Dx3A5idNo"))
            .size(64, 64)
            .steps(2);

    private final StyleCodes model = StyleCodes.open(Golden.path("tiny-sd15"));

    @AfterEach
    void close() {
        Thread.interrupted();
        model.close();
    }

    @Test
    void aThreadThatIsAlreadyInterruptedDrawsNothing() {
        Thread.currentThread().interrupt();
        assertThrows(CancelledException.class, () -> model.generate(REQUEST));
        assertTrue(Thread.interrupted(), "the interrupt status is lost");
        assertDraws();
    }

    @Test
    void aThreadThatIsAlreadyInterruptedEncodesNothing() {
        Thread.currentThread().interrupt();
        assertThrows(CancelledException.class, () -> model.encode(GREY));
        assertTrue(Thread.interrupted(), "the interrupt status is lost");
        assertNotNull(model.encode(GREY));
    }

    @Test
    void weightsCanBeReadAfterAnInterrupt() {
        try (Networks networks = Networks.open(Golden.path("tiny-sd15"))) {
            Thread.currentThread().interrupt();
            assertThrows(CancelledException.class, networks::unet);
            assertTrue(Thread.interrupted(), "the interrupt status is lost");
            assertNotNull(networks.unet());
        }
    }

    @Test
    void anInterruptEndsADrawingBetweenItsSteps() {
        int[] steps = {0};
        Request interrupted = REQUEST.steps(50).listener(step -> {
            steps[0]++;
            Thread.currentThread().interrupt();
        });
        assertThrows(CancelledException.class, () -> model.generate(interrupted));
        assertTrue(Thread.interrupted(), "the interrupt status is lost");
        assertEquals(1, steps[0]);
        assertDraws();
    }

    @Test
    void anInterruptFromOutsideEndsADrawing() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Boolean> drawing = new FutureTask<>(() -> {
            assertThrows(
                    CancelledException.class,
                    () -> model.generate(REQUEST.steps(500).listener(step -> begun.countDown())));
            return Thread.interrupted();
        });
        Thread thread = new Thread(drawing);
        thread.start();
        begun.await();
        thread.interrupt();
        assertTrue(result(drawing), "the interrupt status is lost");
        assertDraws();
    }

    @Test
    void anInterruptEndsTheWaitForAnotherRequest() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch waited = new CountDownLatch(1);
        CompletableFuture<Picture> first = CompletableFuture.supplyAsync(() -> model.generate(REQUEST.listener(step -> {
                    begun.countDown();
                    awaitQuietly(waited);
                }))
                .first());
        begun.await();
        FutureTask<Boolean> second = new FutureTask<>(() -> {
            assertThrows(CancelledException.class, () -> model.encode(GREY));
            return Thread.interrupted();
        });
        Thread thread = new Thread(second);
        thread.start();
        thread.interrupt();
        assertTrue(result(second), "the interrupt status is lost");
        assertFalse(first.isDone());
        waited.countDown();
        assertEquals(64, first.join().width());
    }

    private void assertDraws() {
        assertEquals(64, model.generate(REQUEST).first().width());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean result(FutureTask<Boolean> task) {
        try {
            return task.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
