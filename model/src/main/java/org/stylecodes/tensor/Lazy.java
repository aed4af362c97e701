package org.stylecodes.tensor;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made on first use. If making it fails, the next call tries again. Thread-safe. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T value;

    /** A value that {@code maker} makes. */
    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = maker.get();
        }
        return value;
    }
}
