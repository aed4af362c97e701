package org.stylecodes.studio.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Sets a deadline by which the caller must have read each chunk of a response. Between two chunks a response may pause for any
 * time, as an event stream does.
 */
public final class WriteTimeout extends HttpStream.Wrapper {
    /** The media type of event streams (HTML Standard, section 9.2). */
    public static final String EVENT_STREAM = "text/event-stream";

    private static final long SECONDS = 20;
    private static final long BYTES_PER_SECOND = 16 << 10;

    private final Runnable disconnect;
    private boolean isEventStream;

    private WriteTimeout(HttpStream stream, Runnable disconnect) {
        super(stream);
        this.disconnect = disconnect;
    }

    /** Applies the timeout to the response of a request. */
    static void applyTo(Request request) {
        Runnable disconnect = request.getConnectionMetaData().getConnection().getEndPoint()::close;
        request.addHttpStreamWrapper(stream -> new WriteTimeout(stream, disconnect));
    }

    @Override
    public void send(
            MetaData.Request request,
            MetaData.@Nullable Response response,
            boolean last,
            @Nullable ByteBuffer content,
            Callback callback) {
        if (response != null) {
            isEventStream = String.valueOf(response.getHttpFields().get(HttpHeader.CONTENT_TYPE))
                    .startsWith(EVENT_STREAM);
        }
        long bytes = content == null ? 0 : content.remaining();
        SlowCallerGuard guard = isEventStream ? SlowCallerGuard.EVENT_STREAMS : SlowCallerGuard.RESPONSES;
        SlowCallerGuard.Wait wait = guard.begin(disconnect, SECONDS + bytes / BYTES_PER_SECOND);
        super.send(request, response, last, content, Callback.from(wait::close, callback));
    }
}
