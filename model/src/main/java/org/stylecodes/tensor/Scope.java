package org.stylecodes.tensor;

import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * Bounds the life of native memory: what a body allocates is freed when the body ends, except what it returns.
 *
 * <p>Scopes belong to the thread that runs them and nest. A tensor that must outlive every scope is {@linkplain #keep kept}
 * and then closed by its owner.
 */
public final class Scope {
    private Scope() {}

    /** Runs the body and hands its result on to the scope around this one, or to the caller where there is none. */
    public static <P extends Pointer> P of(Supplier<P> body) {
        PointerScope outer = PointerScope.getInnerScope();
        try (PointerScope scope = new PointerScope()) {
            P result = body.get();
            if (outer == null) {
                result.retainReference();
            } else {
                outer.attach(result);
            }
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

    /** Runs a body that returns a Java value. */
    public static <T> T get(Supplier<T> body) {
        Engine.enter();
        try (PointerScope scope = new PointerScope()) {
            return body.get();
        }
    }

    /** Runs a body that returns nothing. */
    public static void run(Runnable body) {
        Engine.enter();
        try (PointerScope scope = new PointerScope()) {
            body.run();
        }
    }

    /** Makes the tensor outlive the scopes it was made in; its owner must close it. */
    public static <P extends Pointer> P keep(P pointer) {
        return pointer.retainReference();
    }
}
