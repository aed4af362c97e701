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
 * A handle of a job in a studio, to wait for it or to cancel it. The studio draws the job even if nobody waits. Waiting survives a broken
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

    /** Returns the id of the job. */
    public String id() {
        return id;
    }

    /**
     * Waits for the pictures, and calls the listener of the request after every step. It misses the steps that are taken while the
     * connection is broken.
     *
     * @throws CancelledException if the job was cancelled, by the listener or by anybody else
     * @throws RefusedException if the job failed, or the studio is unreachable for too long
     */
    public StudioGeneration await() {
        return await(listener);
    }

    /**
     * Waits for the pictures with another listener. {@link Progress#preview} returns the last preview that the studio sent, which it does
     * about every fourth step. It throws {@link IllegalStateException} before the first preview of a picture.
     *
     * @param listener receives the progress. An exception that it throws ends the wait and cancels the job. So does an interrupt of this
     *     thread
     * @throws CancelledException if the job was cancelled, by the listener or by anybody else
     * @throws RefusedException if the job failed, or the studio is unreachable for too long
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
        } catch (RefusedException e) {
            if (Thread.currentThread().isInterrupted()) {
                abandon(e);
            }
            throw e;
        }
    }

    /**
     * Cancels the job at its next step. All who wait for it get a {@link CancelledException}.
     *
     * @throws RefusedException if the job has already ended (status 409), or the studio cannot be reached
     */
    public void cancel() {
        calls.delete(path);
    }

    private StudioJob ended(ProgressListener listener) {
        follow(listener);
        JsonNode json = patiently(() -> calls.get(path));
        StudioJob job = Answers.job(json);
        while (!job.state().isFinal()) {
            pause(); // the event stream ended before the job did
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

    /** Cancels the job because of a failure. The failure is what the caller reports, even if cancelling fails as well. */
    private void abandon(Throwable failure) {
        boolean interrupted = Thread.interrupted(); // cleared, because an interrupted thread cannot send a request
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
            Thread.currentThread().interrupt(); // the next call reports the interrupt
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
