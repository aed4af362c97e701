package org.stylecodes;

import java.util.function.Supplier;
import org.stylecodes.image.Picture;

/** How far a request has come. Belongs to the call of the {@link ProgressListener} that it was given to. */
public final class Progress {
    private final int picture;
    private final int pictures;
    private final int step;
    private final int steps;
    private final Supplier<Picture> preview;
    private boolean cancelled;

    /**
     * @param picture the picture being drawn, the first being 1
     * @param pictures how many there will be
     * @param step the step just taken, the first being 1
     * @param steps how many each picture takes
     * @param preview decodes what is to be seen now
     */
    public Progress(int picture, int pictures, int step, int steps, Supplier<Picture> preview) {
        this.picture = picture;
        this.pictures = pictures;
        this.step = step;
        this.steps = steps;
        this.preview = preview;
    }

    /** The picture being drawn, the first being 1. */
    public int picture() {
        return picture;
    }

    /** How many pictures there will be. */
    public int pictures() {
        return pictures;
    }

    /** The step just taken, the first being 1. */
    public int step() {
        return step;
    }

    /** How many steps each picture takes. */
    public int steps() {
        return steps;
    }

    /** The part of the whole request that is done, 0 to 1. */
    public double fraction() {
        return (picture - 1 + (double) step / steps) / pictures;
    }

    /**
     * What the picture would be if it ended here. Costs as much as decoding a finished picture.
     *
     * @throws IllegalStateException if the listener has returned, or on another thread than the listener's
     */
    public Picture preview() {
        return preview.get();
    }

    /** Ends the request: it throws a {@link org.stylecodes.error.CancelledException} when the listener returns. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether {@link #cancel} was called. */
    public boolean isCancelled() {
        return cancelled;
    }
}
