package org.stylecodes.studio;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened for a studio, closed in the opposite order, each whatever became of those before it. */
final class Parts implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /** Keeps a part, to be closed before those that are here. */
    <T extends AutoCloseable> T open(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
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
