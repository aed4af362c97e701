package org.stylecodes.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Progress;
import org.stylecodes.ProgressListener;
import org.stylecodes.error.CancelledException;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;

/**
 * A job in a studio, to wait for and to cancel. The studio draws it whether somebody waits or not. The wait survives a broken
 * connection and a restart of the studio. One thread may wait while others cancel.
 */
public final class Drawing {
    private static final long PAUSE_MILLIS = 1000;
    private static final int CONFLICT = 409;
    private static final String ID = "id: ";
    private static final String EVENT = "event: ";
    private static final String DATA = "data: ";

    private final Calls calls;
    private final String id;
    private final String path;
    private final ProgressListener listener;
    private String last = "";
    private @Nullable JsonNode preview;

    Drawing(Calls calls, String id, ProgressListener listener) {
        this.calls = calls;
        this.id = id;
        this.listener = listener;
        path = Calls.path("/api/v1/generations/", id);
    }

    /** The id of the job. */
    public String id() {
        return id;
    }

    /**
     * Waits for the pictures, and tells the listener of the request of steps as they are taken; of those that are taken while the
     * connection is broken it does not.
     */
    public StudioGeneration await() {
        return await(listener);
    }

    /**
     * The same with another listener. {@link Progress#preview} is the last preview that the studio sent, about every fourth step;
     * before the first one of a picture it throws an {@link IllegalStateException}.
     *
     * @param listener what it throws ends the wait and cancels the job, as does an interrupt of this thread
     * @throws CancelledException if the job was cancelled, by the listener or by anybody else, or this thread was interrupted
     * @throws RefusedException if the job failed, or the studio is away for too long
     */
    public StudioGeneration await(ProgressListener listener) {
        try {
            StudioJob job = ended(listener);
            List<DrawnPicture> pictures = new ArrayList<>();
            for (StudioJob.Result result : job.results()) {
                String picture = result.picture().id();
                pictures.add(new DrawnPicture(picture, result.seed(), patiently(() -> calls.png(picture))));
            }
            return new StudioGeneration(id, job.request(), pictures);
        } catch (RefusedException | CancelledException e) {
            if (Thread.currentThread().isInterrupted()) {
                abandon(e);
            }
            throw e;
        }
    }

    /**
     * Cancels the job with its next step; whoever waits for it gets a {@link CancelledException}.
     *
     * @throws RefusedException if it has ended already (status 409), or the studio cannot be reached
     */
    public void cancel() {
        calls.delete(path);
    }

    private StudioJob ended(ProgressListener listener) {
        follow(listener);
        JsonNode json = patiently(() -> calls.get(path));
        StudioJob job = Answers.job(json);
        while (!job.state().isFinal()) {
            pause(); // the stream ended too soon
            follow(listener);
            json = patiently(() -> calls.get(path));
            job = Answers.job(json);
        }
        return switch (job.state()) {
            case CANCELLED -> throw new CancelledException("the generation was cancelled");
            case FAILED -> throw Calls.refused(json.path("error"));
            default -> job;
        };
    }

    private void follow(ProgressListener listener) {
        String event = "";
        try (EventLines lines = calls.events(path + "/events", last)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.startsWith(ID)) {
                    last = line.substring(ID.length());
                } else if (line.startsWith(EVENT)) {
                    event = line.substring(EVENT.length());
                } else if (line.startsWith(DATA) && event.equals("step")) {
                    tell(listener, progress(Calls.json(line.substring(DATA.length()))));
                } else if (line.startsWith(DATA) && event.equals("preview")) {
                    preview = Calls.json(line.substring(DATA.length()));
                }
            }
        }
    }

    private void tell(ProgressListener listener, Progress progress) {
        try {
            listener.progress(progress);
        } catch (RuntimeException | Error e) {
            abandon(e);
            throw e;
        }
        if (progress.isCancelled()) {
            cancelUnlessEnded();
        }
    }

    private void cancelUnlessEnded() {
        try {
            cancel();
        } catch (RefusedException refusal) {
            if (refusal.status() != CONFLICT) {
                throw refusal;
            }
        }
    }

    /** Cancels because of a failure, which is what the caller is to hear of, whatever comes of this. */
    private void abandon(Throwable failure) {
        boolean interrupted = Thread.interrupted(); // or nothing could be sent
        try {
            cancel();
        } catch (RefusedException | CancelledException second) {
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
                if (over || !e.mayPass()) {
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

    private Progress progress(JsonNode json) {
        int picture = json.path("picture").asInt();
        return new Progress(
                picture,
                json.path("pictures").asInt(),
                json.path("step").asInt(),
                json.path("steps").asInt(),
                () -> preview(picture));
    }

    private Picture preview(int picture) {
        if (preview == null || preview.path("picture").asInt() != picture) {
            throw new IllegalStateException("the studio has sent no preview of picture " + picture + " yet");
        }
        String url = preview.path("image").asText();
        return Pictures.read(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1)));
    }
}
