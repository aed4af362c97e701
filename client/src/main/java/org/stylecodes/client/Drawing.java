package org.stylecodes.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that a studio draws, for whoever asked for it. It goes on there whether somebody waits or not: a connection that
 * breaks, or a studio that is started again, ends neither it nor the waiting. One thread may wait while others cancel.
 */
public final class Drawing {
    private static final long PAUSE_MILLIS = 1000;
    private static final String ID = "id: ";
    private static final String EVENT = "event: ";
    private static final String DATA = "data: ";

    private final Calls calls;
    private final String id;
    private final String url;
    private final String events;
    private String last = "";

    Drawing(Calls calls, JsonNode job) {
        this.calls = calls;
        id = job.path("id").asText();
        url = job.path("url").asText();
        events = job.path("events").asText();
    }

    /** Its id, by which the studio lists it. */
    public String id() {
        return id;
    }

    /** Waits for the PNG files, in the order of their seeds. */
    public List<byte[]> pictures() {
        return pictures(progress -> {});
    }

    /**
     * The same, and tells of steps as they are taken; of those in a moment without a connection it does not.
     *
     * @param listener what it throws ends the waiting and cancels the drawing, as does an interruption of this thread
     * @throws RefusedException if it was cancelled (status 409) or failed, or the studio is away for too long
     */
    public List<byte[]> pictures(Consumer<DrawProgress> listener) {
        try {
            JsonNode job = ended(listener);
            if (!job.path("state").asText().equals("done")) {
                throw job.path("error").isObject()
                        ? Calls.refused(job.path("error"))
                        : new RefusedException("the generation was cancelled", 409, null);
            }
            List<byte[]> pictures = new ArrayList<>();
            for (JsonNode result : job.path("results")) {
                String picture = result.path("picture").path("url").asText();
                pictures.add(patiently(() -> calls.bytes(picture)));
            }
            return pictures;
        } catch (RefusedException e) {
            if (Thread.currentThread().isInterrupted()) {
                abandon(e);
            }
            throw e;
        }
    }

    /**
     * Gives it up, with its next step; whoever waits is told.
     *
     * @throws RefusedException if it has ended already (status 409), or the studio cannot be reached
     */
    public void cancel() {
        calls.delete(url);
    }

    private JsonNode ended(Consumer<DrawProgress> listener) {
        follow(listener);
        JsonNode job = patiently(() -> calls.get(url));
        while (job.path("state").asText().matches("queued|running")) {
            pause(); // the stream ended too soon
            follow(listener);
            job = patiently(() -> calls.get(url));
        }
        return job;
    }

    private void follow(Consumer<DrawProgress> listener) {
        String event = "";
        try (EventLines lines = calls.events(events, last)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.startsWith(ID)) {
                    last = line.substring(ID.length());
                } else if (line.startsWith(EVENT)) {
                    event = line.substring(EVENT.length());
                } else if (line.startsWith(DATA) && event.equals("step")) {
                    tell(listener, progress(Calls.json(line.substring(DATA.length()))));
                }
            }
        }
    }

    private void tell(Consumer<DrawProgress> listener, DrawProgress progress) {
        try {
            listener.accept(progress);
        } catch (RuntimeException | Error e) {
            abandon(e);
            throw e;
        }
    }

    /** Cancels because of a failure, which is what the caller is to hear of, whatever comes of this. */
    private void abandon(Throwable failure) {
        boolean interrupted = Thread.interrupted(); // or nothing could be sent
        try {
            cancel();
        } catch (RefusedException second) {
            failure.addSuppressed(second);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T patiently(Supplier<T> call) {
        long began = System.nanoTime();
        while (true) {
            try {
                return call.get();
            } catch (RefusedException e) {
                boolean over = System.nanoTime() - began >= calls.patience().toNanos();
                if (over || !e.mayPass() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // which the next call tells
        }
    }

    private static DrawProgress progress(JsonNode json) {
        return new DrawProgress(
                json.path("picture").asInt(),
                json.path("pictures").asInt(),
                json.path("step").asInt(),
                json.path("steps").asInt());
    }
}
