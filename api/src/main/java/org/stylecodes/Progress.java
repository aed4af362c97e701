package org.stylecodes;

import java.util.function.Supplier;
import org.stylecodes.image.Picture;

/** The progress of a request. Use it only during the call of the {@link ProgressListener} that received it. Not thread-safe. */
public final class Progress {
    private final int picture;
    private final int pictures;
    private final int step;
    private final int steps;
    private final Supplier<Picture> preview;
    private boolean cancelled;

    /**
     * Creates the progress after a step.
     *
     * @param picture the number of the picture being drawn, from 1
     * @param pictures the number of pictures in the request
     * @param step the number of the step just taken, from 1
     * @param steps the number of steps of each picture
     * @param preview decodes the picture in its present state
     */
    public Progress(int picture, int pictures, int step, int steps, Supplier<Picture> preview) {
        this.picture = picture;
        this.pictures = pictures;
        this.step = step;
        this.steps = steps;
        this.preview = preview;
    }

    /** The number of the picture being drawn, from 1. */
    public int picture() {
        return picture;
    }

    /** The number of pictures in the request. */
    public int pictures() {
        return pictures;
    }

    /** The number of the step just taken, from 1. */
    public int step() {
        return step;
    }

    /** The number of steps of each picture. */
    public int steps() {
        return steps;
    }

    /** The fraction of the whole request that is done, 0 to 1. */
    public double fraction() {
        return (picture - 1 + (double) step / steps) / pictures;
    }

    /**
     * Returns the picture as it would be if drawing ended after this step. This takes as long as decoding a finished picture.
     *
     * @throws IllegalStateException if the listener has returned, or on a thread other than the listener's
     */
    public Picture preview() {
        return preview.get();
    }

    /** Cancels the request. It throws a {@link org.stylecodes.error.CancelledException} when the listener returns. */
    public void cancel() {
        cancelled = true;
    }

    /** Tells whether {@link #cancel} was called. */
    public boolean isCancelled() {
        return cancelled;
    }
}
