package org.stylecodes.studio.http;

import io.javalin.http.Context;
import java.io.Closeable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * While a body is read, a thread waits for the caller: if the body takes much too long for its length, the connection is closed,
 * which ends the reading.
 */
final class BodyDeadline implements Closeable {
    private static final long SECONDS = 20;
    private static final long BYTES_PER_SECOND = 64 << 10;
    private static final long MOST_SECONDS = 300;

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "body-clock");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> end;

    private BodyDeadline(ScheduledFuture<?> end) {
        this.end = end;
    }

    /** Begins to wait for the body of a request. */
    static BodyDeadline of(Context context) {
        long bytes = Math.max(0, context.req().getContentLengthLong());
        long seconds = Math.min(MOST_SECONDS, SECONDS + bytes / BYTES_PER_SECOND);
        EndPoint connection = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        return new BodyDeadline(CLOCK.schedule(() -> connection.close(), seconds, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        end.cancel(false);
    }
}
