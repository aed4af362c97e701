package org.stylecodes.studio;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened in the reverse order, and goes on if something fails to close. */
final class CloseStack implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /** Adds something to be closed before everything that is here already. */
    <T extends AutoCloseable> T open(T part) {
        open.push(part);
        return part;
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                RuntimeException unchecked = e instanceof RuntimeException known ? known : new IllegalStateException(e);
                if (failure == null) {
                    failure = unchecked;
                } else {
                    failure.addSuppressed(unchecked);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
