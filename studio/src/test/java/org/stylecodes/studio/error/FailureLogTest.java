package org.stylecodes.studio.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;

class FailureLogTest {
    private final AtomicLong nanos = new AtomicLong();
    private final FailureLog log =
            new FailureLog(LoggerFactory.getLogger("org.stylecodes.studio.test"), "the task", nanos::get);

    @Test
    void theSameFailureIsLoggedOnceInTenMinutes() {
        assertEquals(1, lines(() -> {
            for (int i = 0; i < 100; i++) {
                log.failed(new IOException("away"));
            }
        }));
        nanos.addAndGet(Duration.ofMinutes(10).toNanos());
        String again = output(() -> log.failed(new IOException("away")));
        assertTrue(
                again.contains("the task failed (99 more times since the last report): java.io.IOException: away"),
                again);
    }

    @Test
    void anotherFailureIsLoggedAtOnce() {
        log.failed(new IOException("away"));
        assertEquals(1, lines(() -> log.failed(new IOException("full"))));
    }

    @Test
    void theEndOfAFailureIsLogged() {
        assertEquals("", output(log::succeeded));
        log.failed(new IOException("away"));
        String end = output(log::succeeded);
        assertTrue(end.contains("the task succeeds again"), end);
        assertEquals(1, lines(() -> log.failed(new IOException("away"))));
    }

    @Test
    void theCausesAreNamedWithTheTraceOfTheRootCause() {
        String text = FailureLog.describe(
                new CompletionException(new EnvironmentException("cannot write a.png", new IOException("disk full"))));
        assertTrue(
                text.startsWith(
                        "org.stylecodes.error.EnvironmentException: cannot write a.png;"
                                + " caused by java.io.IOException: disk full\n    at org.stylecodes.studio.error.FailureLogTest."),
                text);
    }

    @Test
    void theInputOfACallerIsNotLogged() {
        String text =
                FailureLog.describe(new IllegalStateException("a secret", new InvalidRequestException("a secret")));
        assertFalse(text.contains("secret"), text);
    }

    private static int lines(Runnable task) {
        return (int)
                output(task).lines().filter(line -> line.contains("the task")).count();
    }

    private static String output(Runnable task) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            task.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
