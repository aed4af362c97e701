package org.stylecodes.studio.model;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stylecodes.StyleCodes;
import org.stylecodes.error.CancelledException;
import org.stylecodes.image.Picture;
import org.stylecodes.studio.error.NotReadyException;

class EncodingQueueTest {
    private static final Picture PICTURE = Picture.of(64, 64, new byte[64 * 64 * 3]);
    private static final int CALLERS = 32;

    private LoadedModel model;
    private EncodingQueue queue;

    @BeforeEach
    void open() throws Exception {
        model = LoadedModel.load(StyleCodes::nano);
        model.loading().get();
        queue = new EncodingQueue(model);
    }

    @AfterEach
    void close() {
        queue.close();
        model.close();
    }

    @Test
    void aPictureThatComesAfterTheEndIsToldThatTheServerStops() {
        queue.close();
        assertThrows(NotReadyException.class, () -> queue.encode(PICTURE));
    }

    @Test
    void nobodyWaitsAfterTheEnd() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<?>> answers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            answers.add(callers.submit(() -> encodedOrStopped()));
        }
        answers.get(0).get();
        queue.close();
        callers.shutdown();
        boolean ended = callers.awaitTermination(30, TimeUnit.SECONDS);
        callers.shutdownNow();
        assertTrue(ended, "a caller still waits");
        for (Future<?> answer : answers) {
            answer.get();
        }
    }

    private void encodedOrStopped() {
        try {
            queue.encode(PICTURE);
        } catch (NotReadyException | CancelledException stopped) {
            // What callers are answered with 503 for.
        }
    }
}
