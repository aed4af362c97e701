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
 * Sends the events of a job to one caller (HTML Standard, section 9.2). Of each kind only the newest event waits to be sent, so a
 * caller that reads slowly gets the last preview and the last step, and holds neither a thread nor much memory.
 */
final class EventStream implements JobEvents.Listener, WriteListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final FailureLog FAILURES = new FailureLog(LOG, "sending the events of a job");
    private static final byte[] KEEP_ALIVE = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final ServletOutputStream out;
    private final PictureStore pictures;
    private final Executor threads;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Map<String, Supplier<byte[]>> waiting = new LinkedHashMap<>(); // in the order in which they came
    private boolean writing = true; // until the server says at first that it can
    private boolean last;
    private boolean unsent; // by the thread that writes alone

    /** @param threads that begin to write; what cannot be sent at once goes on when the caller reads */
    EventStream(Context context, PictureStore pictures, Executor threads) throws IOException {
        context.res().setContentType(WriteTimeout.EVENT_STREAM + ";charset=utf-8");
        context.res().setHeader("Cache-Control", "no-store");
        context.res().setHeader("X-Accel-Buffering", "no"); // or a proxy would keep events back
        this.out = context.res().getOutputStream();
        this.pictures = pictures;
        this.threads = threads;
    }

    /** Begins to write, once the request may go on beside its thread; completes when the last event is sent, or the caller is gone. */
    CompletableFuture<Void> begin() {
        out.setWriteListener(this);
        return end;
    }

    /** Completes at the end. */
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

    /** Keeps the connection open, and notices that the caller is gone. */
    void keepAlive() {
        add("", () -> KEEP_ALIVE, false);
    }

    /** Ends the stream, which the caller may ask for again. */
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
                threads.execute(() -> end.complete(null)); // which the server answers to beside
            }
            return null;
        }
        Supplier<byte[]> text = oldest.next();
        oldest.remove();
        return text;
    }

    private void write() {
        try {
            while (out.isReady()) { // or this is called again
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
        } catch (IOException | JdbiException gone) { // the caller or the store; the caller may ask again
            close();
        } catch (RuntimeException | Error e) {
            if (!end.isDone()) { // or the server refuses what is written after the end
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
