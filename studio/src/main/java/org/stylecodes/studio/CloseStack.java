package org.stylecodes.studio;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes resources in the reverse order of their opening. If one fails to close, the others are still closed. */
final class CloseStack implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /** Adds a resource, which is closed before all resources added earlier. */
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
