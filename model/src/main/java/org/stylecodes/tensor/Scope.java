package org.stylecodes.tensor;

import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.error.CancelledException;

/**
 * Bounds the life of native memory. Every native object, such as a {@link Tensor}, has one owner that frees it:
 *
 * <ul>
 *   <li>An object that is made inside a scope belongs to the innermost scope and ends with it.
 *   <li>The result of {@link #of} passes to the scope around it. Without a scope around it, it belongs to the caller.
 *   <li>The result of {@link #own} belongs to the caller, whatever scopes are around it. The caller keeps it in a field and closes it,
 *       once: {@code close()} frees the memory at that moment.
 * </ul>
 *
 * <p>An object that is made outside every scope, and not by one of these methods, is freed by the garbage collector, which knows
 * nothing about native memory and may never run. Make none.
 *
 * <p>Two tensors may share numbers: a view, {@code detach()} and {@code new Tensor(x)} are objects of their own, with an owner of their
 * own. The numbers are freed with the last of them.
 *
 * <pre>{@code
 * float[] sums = Scope.get(() -> {
 *     Tensor x = Tensors.of(values, 2, 3); // freed when the body ends
 *     return Tensors.floats(x.sum());
 * });
 *
 * this.weights = Scope.own(() -> Tensors.of(values, 2, 3)); // close() calls weights.close()
 * }</pre>
 *
 * <p>Scopes nest. Each belongs to the thread that runs it. A thread that is interrupted gets no further than its next scope, which throws
 * {@link CancelledException}; since every block of a network is one, an interrupt ends long work within moments.
 */
public final class Scope {
    static {
        Engine.load();
    }

    private Scope() {}

    /** Runs the body and passes its result to the scope around this one, or to the caller if there is none. */
    public static <P extends Pointer> P of(Supplier<P> body) {
        PointerScope outer = PointerScope.getInnerScope();
        if (outer == null) {
            return own(body);
        }
        CancelledException.throwIfInterrupted();
        try (PointerScope scope = new PointerScope()) {
            P result = body.get();
            outer.attach(result);
            return result;
        }
    }

    /** As {@link #of}, with nothing recorded for gradients. */
    public static Tensor inference(Supplier<Tensor> body) {
        return of(() -> {
            try (NoGradGuard guard = new NoGradGuard()) {
                return body.get();
            }
        });
    }

    /** Runs the body and passes its result to the caller, who must close it. The body must make the result, not look it up. */
    public static <P extends Pointer> P own(Supplier<P> body) {
        CancelledException.throwIfInterrupted();
        Engine.enter();
        try (PointerScope scope = new PointerScope()) {
            P result = body.get();
            result.retainReference();
            return result;
        }
    }

    /** Runs a body that returns a Java value. */
    public static <T> T get(Supplier<T> body) {
        CancelledException.throwIfInterrupted();
        Engine.enter();
        try (PointerScope scope = new PointerScope()) {
            return body.get();
        }
    }

    /** Runs a body that returns nothing. */
    public static void run(Runnable body) {
        get(() -> {
            body.run();
            return true;
        });
    }
}
