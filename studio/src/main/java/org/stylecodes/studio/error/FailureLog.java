package org.stylecodes.studio.error;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.StyleCodesException;

/**
 * Logs the failures of a repeated task. A failure is logged at once with its causes. The same failure is logged again only
 * after ten minutes. When the task succeeds again, that is logged too. Thread-safe.
 */
public final class FailureLog {
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final Logger log;
    private final String task;
    private final LongSupplier nanos;
    private @Nullable List<String> last;
    private long loggedAt;
    private int unlogged;

    /** @param task the name of the task, such as {@code reading the queue} */
    public FailureLog(Logger log, String task) {
        this(log, task, System::nanoTime);
    }

    /** @param nanos a clock, in nanoseconds */
    FailureLog(Logger log, String task, LongSupplier nanos) {
        this.log = log;
        this.task = task;
        this.nanos = nanos;
    }

    /** Reports that the task failed. */
    public synchronized void failed(Throwable failure) {
        List<String> kind = kind(failure);
        long now = nanos.getAsLong();
        if (kind.equals(last) && now - loggedAt < PERIOD.toNanos()) {
            unlogged++;
            return;
        }
        if (unlogged > 0 && !kind.equals(last)) {
            log.error("{} failed {} more times in the same way", task, unlogged);
            unlogged = 0;
        }
        log.error(
                "{} failed{}: {}",
                task,
                unlogged == 0 ? "" : " (" + unlogged + " more times since the last report)",
                describe(failure));
        last = kind;
        loggedAt = now;
        unlogged = 0;
    }

    /** Reports that the task succeeded. */
    public synchronized void succeeded() {
        if (last != null) {
            log.info("{} succeeds again", task);
            last = null;
            unlogged = 0;
        }
    }

    /**
     * Describes a failure by its causes and the stack trace of the root cause. Messages that may repeat a caller's input are
     * left out.
     */
    public static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder(String.join("; caused by ", causes(failure)));
        for (StackTraceElement frame : root(failure).getStackTrace()) {
            text.append("\n    at ").append(frame);
        }
        return text.toString();
    }

    // Without messages, because they may name a different file each time.
    private static List<String> kind(Throwable failure) {
        List<String> kind = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            kind.add(cause.getClass().getName() + (cause instanceof SQLException sql ? state(sql) : ""));
        }
        StackTraceElement[] trace = root(failure).getStackTrace();
        kind.add(trace.length == 0 ? "" : trace[0].toString());
        return kind;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static List<String> causes(Throwable failure) {
        List<String> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!isWrapper(cause)) {
                causes.add(cause.getClass().getName() + message(cause));
            }
        }
        return causes;
    }

    private static boolean isWrapper(Throwable failure) {
        return failure.getCause() != null
                && (failure instanceof CompletionException
                        || failure instanceof ExecutionException
                        || failure instanceof UncheckedIOException);
    }

    private static String state(SQLException failure) {
        return " (SQL state " + Objects.requireNonNullElse(failure.getSQLState(), "unknown") + ")";
    }

    private static String message(Throwable cause) {
        if (cause instanceof SQLException sql) { // its message may contain values
            return state(sql);
        }
        boolean isServerFault = cause instanceof StyleCodesException && !(cause instanceof InvalidRequestException)
                || cause instanceof IOException
                || cause instanceof Error;
        return isServerFault && cause.getMessage() != null ? ": " + cause.getMessage() : "";
    }
}
