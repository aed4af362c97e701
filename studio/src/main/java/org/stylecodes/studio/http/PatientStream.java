package org.stylecodes.studio.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * An answer that waits for its reader piece by piece, each for a while. Between two pieces it may be silent for as long as it
 * likes, as a stream of events is.
 */
final class PatientStream extends HttpStream.Wrapper {
    private static final long SECONDS = 20;
    private static final long BYTES_PER_SECOND = 16 << 10;

    private final Runnable giveUp;
    private boolean takesNoThread;

    private PatientStream(HttpStream stream, Runnable giveUp) {
        super(stream);
        this.giveUp = giveUp;
    }

    /** Has the answer to a request wait so. */
    static void answer(Request request) {
        Runnable giveUp = request.getConnectionMetaData().getConnection().getEndPoint()::close;
        request.addHttpStreamWrapper(stream -> new PatientStream(stream, giveUp));
    }

    @Override
    public void send(
            MetaData.Request request,
            MetaData.@Nullable Response response,
            boolean last,
            @Nullable ByteBuffer content,
            Callback callback) {
        if (response != null) {
            takesNoThread = String.valueOf(response.getHttpFields().get(HttpHeader.CONTENT_TYPE))
                    .startsWith(EventStream.MEDIA_TYPE);
        }
        long bytes = content == null ? 0 : content.remaining();
        Waits waits = takesNoThread ? Waits.FOR_STREAMS : Waits.FOR_READERS;
        Waits.Wait wait = waits.begin(giveUp, SECONDS + bytes / BYTES_PER_SECOND);
        super.send(request, response, last, content, Callback.from(wait::close, callback));
    }
}
