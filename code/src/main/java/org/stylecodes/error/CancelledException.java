package org.stylecodes.error;

/**
 * The work was given up before its end, because a listener cancelled it or the thread was interrupted. Whatever did the work can
 * be used again. If the thread was interrupted, its interrupt status is still set.
 */
public class CancelledException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /** @param message what was given up, and how far it had come */
    public CancelledException(String message) {
        super(message);
    }

    /** Ends work on a thread that was interrupted: throws if the interrupt status is set, and leaves it set. */
    public static void throwIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException("cancelled, because the thread was interrupted");
        }
    }
}
