package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.client.Drawing;
import org.stylecodes.client.RefusedException;
import org.stylecodes.client.StudioClient;
import org.stylecodes.error.CancelledException;

/** The Java client waiting for a generation over a connection that breaks. */
class ClientWaitTest {
    private static final Request LONG =
            Request.of("a house").steps(60).size(64, 64).seed(4);

    @TempDir
    private Path folder;

    private Studio studio;
    private Relay relay;
    private StudioClient client;

    @BeforeEach
    void start() throws Exception {
        studio = Studio.start(StudioOptions.local(0, folder, StyleCodes::nano));
        relay = Relay.to(studio);
        client = StudioClient.at(relay.address());
        Caller.of(studio).awaitReady();
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
        studio.close();
    }

    @Test
    void itKeepsWaitingAfterAConnectionBreaks() {
        AtomicBoolean whole = new AtomicBoolean(true);
        Request request = LONG.listener(progress -> {
            if (whole.getAndSet(false)) {
                cut();
            }
        });
        assertEquals(1, client.generate(request).pictures().size());
    }

    @Test
    void itKeepsWaitingWhileTheStudioRestarts() {
        AtomicBoolean first = new AtomicBoolean(true);
        Request request = LONG.listener(progress -> {
            if (first.getAndSet(false)) {
                int port = studio.port();
                studio.close();
                studio = Studio.start(StudioOptions.local(port, folder, StyleCodes::nano));
            }
        });
        assertEquals(1, client.generate(request).pictures().size());
    }

    @Test
    void aStudioThatStaysUnreachableIsReported() throws IOException {
        Drawing drawing = client.patience(Duration.ZERO).begin(LONG);
        relay.close();
        RefusedException failure = assertThrows(RefusedException.class, drawing::await);
        assertEquals(0, failure.status());
        assertTrue(failure.getMessage().startsWith("the studio at " + relay.address() + " cannot be reached: "));
        assertEquals("done", ended(drawing));
    }

    @Test
    void aListenerThatThrowsCancels() {
        Drawing drawing = client.begin(LONG);
        IllegalStateException enough = new IllegalStateException("enough");
        assertSame(
                enough,
                assertThrows(
                        IllegalStateException.class,
                        () -> drawing.await(progress -> {
                            throw enough;
                        })));
        assertEquals("cancelled", ended(drawing));
    }

    @Test
    void theFailureOfAListenerIsThrownEvenIfCancellingFails() {
        Drawing drawing = client.begin(LONG);
        IllegalStateException enough = new IllegalStateException("enough");
        assertSame(
                enough,
                assertThrows(
                        IllegalStateException.class,
                        () -> drawing.await(progress -> {
                            close();
                            throw enough;
                        })));
        assertEquals(RefusedException.class, enough.getSuppressed()[0].getClass());
    }

    @Test
    void anInterruptionCancels() {
        Drawing drawing = client.begin(LONG);
        RefusedException end = assertThrows(
                RefusedException.class,
                () -> drawing.await(progress -> Thread.currentThread().interrupt()));
        assertTrue(Thread.interrupted());
        assertEquals("waiting for the studio was interrupted", end.getMessage());
        assertEquals("cancelled", ended(drawing));
    }

    @Test
    void aCancellationEndsTheWaiting() {
        Drawing drawing = client.begin(LONG);
        CancelledException end =
                assertThrows(CancelledException.class, () -> drawing.await(progress -> drawing.cancel()));
        assertEquals("the generation was cancelled", end.getMessage());
    }

    private String ended(Drawing drawing) {
        Caller caller = Caller.of(studio);
        JsonNode job = caller.get("/api/v1/generations/" + drawing.id()).json();
        caller.get(job.path("events").asText()); // the stream ends with the job
        return caller.get(job.path("url").asText()).json().path("state").asText();
    }

    private void cut() {
        try {
            relay.cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close() {
        try {
            relay.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
