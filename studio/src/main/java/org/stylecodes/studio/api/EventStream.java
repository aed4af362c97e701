package org.stylecodes.studio.api;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stylecodes.studio.error.FailureLog;
import org.stylecodes.studio.http.WriteTimeout;
import org.stylecodes.studio.jobs.JobEvent;
import org.stylecodes.studio.jobs.JobEvents;
import org.stylecodes.studio.json.StrictJson;
import org.stylecodes.studio.picture.PictureStore;

/**
 * Sends the events of a job to one caller as server-sent events (HTML Standard, section 9.2). Of each kind of event, only the
 * newest waits to be sent. So a caller that reads slowly gets the last preview and the last step, and holds neither a thread
 * nor much memory. Thread-safe.
 */
final class EventStream implements JobEvents.Listener, WriteListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final FailureLog FAILURES = new FailureLog(LOG, "sending the events of a job");
    private static final byte[] KEEP_ALIVE = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final ServletOutputStream out;
    private final PictureStore pictures;
    private final Executor threads;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Map<String, Supplier<byte[]>> waiting = new LinkedHashMap<>(); // by kind, in order of arrival
    private boolean writing = true; // until the server first reports that it can write
    private boolean last;
    private boolean unsent; // used only by the writing thread

    /** @param threads the threads that start to write; if the caller reads slowly, the server's threads continue */
    EventStream(Context context, PictureStore pictures, Executor threads) throws IOException {
        context.res().setContentType(WriteTimeout.EVENT_STREAM + ";charset=utf-8");
        context.res().setHeader("Cache-Control", "no-store");
        context.res().setHeader("X-Accel-Buffering", "no"); // otherwise a proxy may buffer the events
        this.out = context.res().getOutputStream();
        this.pictures = pictures;
        this.threads = threads;
    }

    /**
     * Begins to write. Call this once the request is asynchronous. The future completes when the last event was sent or the
     * caller is gone.
     */
    CompletableFuture<Void> begin() {
        out.setWriteListener(this);
        return end;
    }

    /** Completes when the stream has ended. */
    CompletableFuture<Void> end() {
        return end;
    }

    @Override
    public void event(JobEvents.PublishedEvent event) {
        add(name(event.event()), () -> event.text(this::text), event.event() instanceof JobEvent.Done);
    }

    @Override
    public void removed() {
        threads.execute(this::close);
    }

    @Override
    public boolean wantsPreviews() {
        return true;
    }

    /** Sends a comment that keeps the connection open and detects that the caller is gone. */
    void keepAlive() {
        add("", () -> KEEP_ALIVE, false);
    }

    /** Ends the stream. The caller may open a new one. */
    void close() {
        synchronized (this) {
            last = true;
            waiting.clear();
        }
        end.complete(null);
    }

    @Override
    public void onWritePossible() {
        write();
    }

    @Override
    public void onError(Throwable gone) {
        close();
    }

    private synchronized void add(String kind, Supplier<byte[]> text, boolean isLast) {
        if (last) {
            return;
        }
        waiting.remove(kind);
        waiting.put(kind, text);
        last = isLast;
        if (!writing) {
            writing = true;
            threads.execute(this::write);
        }
    }

    private synchronized @Nullable Supplier<byte[]> next() {
        Iterator<Supplier<byte[]>> oldest = waiting.values().iterator();
        writing = oldest.hasNext();
        if (!writing) {
            if (last) {
                // On another thread, because the server completes the response there.
                threads.execute(() -> end.complete(null));
            }
            return null;
        }
        Supplier<byte[]> text = oldest.next();
        oldest.remove();
        return text;
    }

    private void write() {
        try {
            while (out.isReady()) { // if false, the server calls onWritePossible later
                if (unsent) {
                    unsent = false;
                    out.flush();
                    continue;
                }
                Supplier<byte[]> text = next();
                if (text == null) {
                    return;
                }
                out.write(text.get());
                unsent = true;
            }
        } catch (IOException | JdbiException gone) { // the caller is gone, or the store does not answer
            close();
        } catch (RuntimeException | Error e) {
            if (!end.isDone()) { // otherwise the server only refused to write after the end
                FAILURES.failed(e);
            }
            close();
        }
    }

    private static String name(JobEvent event) {
        return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private byte[] text(JobEvents.PublishedEvent event) {
        String data = new String(StrictJson.bytes(data(event.event())), StandardCharsets.UTF_8);
        return ("id: " + event.number() + "\nevent: " + name(event.event()) + "\ndata: " + data + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Object data(JobEvent event) {
        if (event instanceof JobEvent.State state) {
            return JobView.of(state.job(), state.position(), pictures);
        }
        if (event instanceof JobEvent.Done done) {
            return JobView.of(done.job(), 0, pictures);
        }
        if (event instanceof JobEvent.Preview preview) {
            return Map.of(
                    "picture", preview.picture(),
                    "step", preview.step(),
                    "image", "data:image/png;base64," + Base64.getEncoder().encodeToString(preview.png()));
        }
        return ((JobEvent.Step) event).progress();
    }
}
