package org.stylecodes.studio.http;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** Limits the length of a request body and the time that it may take to arrive. */
final class BodyTimeout implements AutoCloseable {
    private static final long SECONDS = 10;
    private static final long BYTES_PER_SECOND = 64 << 10;

    private final SlowCallerGuard.Wait wait;

    private BodyTimeout(SlowCallerGuard.Wait wait) {
        this.wait = wait;
    }

    /**
     * Starts the time limit of a request body.
     *
     * @param longest the most bytes that the body may have
     * @throws ProblemException if the header declares more; then nothing of the body is read
     */
    static BodyTimeout of(Context context, long longest) {
        long declared = context.req().getContentLengthLong(); // -1 if it is sent in chunks
        if (declared > longest) {
            context.header("Connection", "close"); // because the rest of the body stays unread
            throw tooLong(longest);
        }
        long bytes = declared < 0 ? longest : declared;
        long seconds = SECONDS + bytes / BYTES_PER_SECOND;
        EndPoint connection = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        return new BodyTimeout(SlowCallerGuard.BODIES.begin(connection::close, seconds));
    }

    static ProblemException tooLong(long longest) {
        return new ProblemException(
                413, "Too large", "the body is longer than " + longest + " bytes; send less at once");
    }

    @Override
    public void close() {
        wait.close();
    }
}
