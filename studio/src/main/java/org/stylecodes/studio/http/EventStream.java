package org.stylecodes.studio.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.stylecodes.studio.drawing.JobEvent;
import org.stylecodes.studio.drawing.JobEvents;
import org.stylecodes.studio.picture.PictureStore;

/**
 * The events of a job, sent to one caller as they come (HTML Standard, section 9.2). Events are written by threads that are
 * lent for as long as there is something to write, so that a caller who watches takes none; one who reads too slowly gets the
 * last preview and the last step, not all of them.
 */
final class EventStream implements JobEvents.Watcher {
    private static final int MOST_WAITING = 32;

    private final OutputStream out;
    private final PictureStore pictures;
    private final Executor threads;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Queue<String> waiting = new ArrayDeque<>();
    private boolean writing;
    private boolean last;

    EventStream(Context context, PictureStore pictures, Executor threads) throws IOException {
        context.res().setContentType("text/event-stream;charset=utf-8");
        context.res().setHeader("Cache-Control", "no-store");
        context.res().setHeader("X-Accel-Buffering", "no"); // or a proxy would keep events back
        this.out = context.res().getOutputStream();
        this.pictures = pictures;
        this.threads = threads;
    }

    /** Completes when the last event is sent, or the caller is gone. */
    CompletableFuture<Void> end() {
        return end;
    }

    @Override
    public void event(long number, JobEvent event) {
        boolean passing = event instanceof JobEvent.Preview || event instanceof JobEvent.Step;
        add(event(number, name(event), data(event)), passing, event instanceof JobEvent.Done);
    }

    /** Keeps the connection open, and notices that the caller is gone. */
    void breathe() {
        add(":\n\n", true, false);
    }

    private synchronized void add(String text, boolean passing, boolean isLast) {
        if (last || end.isDone() || passing && waiting.size() >= MOST_WAITING) {
            return;
        }
        waiting.add(text);
        last = isLast;
        if (!writing) {
            writing = true;
            try {
                threads.execute(this::write);
            } catch (RejectedExecutionException closing) {
                end.complete(null);
            }
        }
    }

    private synchronized @Nullable String next() {
        String text = waiting.poll();
        if (text == null) {
            writing = false;
        }
        return text;
    }

    private void write() {
        try {
            for (String text = next(); text != null; text = next()) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException | RuntimeException gone) {
            end.complete(null);
        }
        if (isOver()) {
            end.complete(null);
        }
    }

    private synchronized boolean isOver() {
        return last && waiting.isEmpty();
    }

    private static String name(JobEvent event) {
        return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
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

    private static String event(long number, String name, Object data) {
        return "id: " + number + "\nevent: " + name + "\ndata: " + new String(Json.bytes(data), StandardCharsets.UTF_8)
                + "\n\n";
    }
}
