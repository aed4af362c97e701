package org.stylecodes.error;

/**
 * Thrown when work ends early because a listener cancelled it or the thread was interrupted. The object that did the work can be
 * used again. If the thread was interrupted, its interrupt status is still set.
 */
public class CancelledException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what was cancelled, and how far it had come
     */
    public CancelledException(String message) {
        super(message);
    }

    /**
     * Checks whether the current thread was interrupted. Leaves its interrupt status as it is.
     *
     * @throws CancelledException if the interrupt status is set
     */
    public static void throwIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException("cancelled, because the thread was interrupted");
        }
    }
}
