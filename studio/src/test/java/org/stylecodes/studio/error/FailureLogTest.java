package org.stylecodes.studio.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.studio.StandardError;

class FailureLogTest {
    private final AtomicLong nanos = new AtomicLong();
    private final FailureLog log =
            new FailureLog(LoggerFactory.getLogger("org.stylecodes.studio.test"), "the task", nanos::get);

    @Test
    void theSameFailureIsLoggedOnceInTenMinutes() {
        assertEquals(1, lines(() -> {
            for (int i = 0; i < 100; i++) {
                log.failed(away("away"));
            }
        }));
        nanos.addAndGet(Duration.ofMinutes(10).toNanos());
        String again = output(() -> log.failed(away("away")));
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
    void failuresThatDifferOnlyInMessagesAreTheSame() {
        assertEquals(1, lines(() -> {
            log.failed(new EnvironmentException("cannot write a.part", away("a.part: No space left on device")));
            log.failed(new EnvironmentException("cannot write b.part", away("b.part: No space left on device")));
        }));
    }

    @Test
    void failuresWithDifferentSqlStatesAreLogged() {
        assertEquals(2, lines(() -> {
            log.failed(sql("08006"));
            log.failed(sql("57P01"));
        }));
    }

    @Test
    void unloggedFailuresAreCountedBeforeADifferentFailure() {
        log.failed(away("away"));
        log.failed(away("away"));
        log.failed(away("away"));
        String other = output(() -> log.failed(new IllegalStateException()));
        List<String> lines =
                other.lines().filter(line -> line.contains("the task")).toList();
        assertTrue(lines.get(0).endsWith("the task failed 2 more times in the same way"), other);
        assertTrue(lines.get(1).endsWith("the task failed: java.lang.IllegalStateException"), other);
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

    private static IOException away(String message) {
        return new IOException(message);
    }

    private static SQLException sql(String state) {
        return new SQLException("gone", state);
    }

    private static int lines(Runnable task) {
        return (int)
                output(task).lines().filter(line -> line.contains("the task")).count();
    }

    private static String output(Runnable task) {
        return StandardError.of(task::run);
    }
}
