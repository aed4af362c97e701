package org.stylecodes.tensor;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.error.CancelledException;

/**
 * Limits the lifetime of native memory. Every native object, such as a {@link Tensor}, has one owner that frees it:
 *
 * <ul>
 *   <li>An object that is made inside a scope belongs to the innermost scope and is freed when that scope ends.
 *   <li>The result of {@link #of} passes to the enclosing scope. If there is none, the result belongs to the caller.
 *   <li>The result of {@link #own} belongs to the caller, whatever the enclosing scopes are. The caller keeps it in a field and closes it
 *       once. {@code close()} frees the memory immediately.
 * </ul>
 *
 * <p>Do not make native objects outside all scopes other than by these methods. Only the garbage collector would free them, and it knows
 * nothing about native memory and may never run.
 *
 * <p>Two tensors may share storage: a view, {@code detach()} and {@code new Tensor(x)} are separate objects with separate owners. The
 * storage is freed with the last of them.
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
 * <p>Scopes nest. Each belongs to the thread that runs it. If a thread is interrupted, its next scope throws {@link CancelledException}.
 * Every block of a network is a scope, so an interrupt ends long work quickly.
 */
public final class Scope {
    static {
        Engine.load();
    }

    private Scope() {}

    /** Runs the body and passes its result to the enclosing scope, or to the caller if there is none. */
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

    /** Applies functions one after another. Each result is freed as soon as the next one is made; the last passes on as in {@link #of}. */
    public static Tensor chain(Tensor x, List<UnaryOperator<Tensor>> functions) {
        Tensor result = x;
        for (UnaryOperator<Tensor> function : functions) {
            Tensor input = result;
            result = of(() -> function.apply(input));
            if (input != x) {
                input.close();
            }
        }
        return result;
    }

    /** As {@link #of}, without recording gradients. */
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

    /** Takes tensors out of the scopes that own them: gives handles of the same tensors to the caller, who must close each. */
    public static SortedMap<String, Tensor> ownAll(Map<String, Tensor> tensors) {
        SortedMap<String, Tensor> owned = new TreeMap<>();
        try {
            tensors.forEach((name, tensor) -> owned.put(name, own(() -> new Tensor(tensor))));
            return owned;
        } catch (RuntimeException | Error e) {
            owned.values().forEach(Tensor::close);
            throw e;
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
