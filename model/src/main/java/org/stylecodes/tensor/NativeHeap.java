package org.stylecodes.tensor;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.openblas.presets.openblas_nolapack.MklDomainSetNumThreads;
import org.bytedeco.openblas.presets.openblas_nolapack.MklSetNumThreadsLocal;
import org.jspecify.annotations.Nullable;

/**
 * The heap of native memory on Linux, as far as glibc lets a program tune it. On other systems, and with another C library, nothing happens.
 *
 * <p>Java 17 calls a native function only through a library written for it. JavaCPP can call a function by its address, if one of its types
 * has the same signature; the two types that are used here stand for {@code int f(int, int)} and {@code int f(int)}.
 */
public final class NativeHeap {
    // Parameters of mallopt(3).
    private static final int TRIM_THRESHOLD = -1;
    private static final int TOP_PAD = -2;
    private static final int MMAP_THRESHOLD = -3;

    private static volatile boolean tuned;

    private NativeHeap() {}

    /**
     * Lets glibc keep the memory of large tensors for the next ones, instead of giving it back to the system, which would have to clear it
     * again: without this, the kernel takes a quarter of the time of training. What the environment sets (MALLOC_TRIM_THRESHOLD_ and so on)
     * stays.
     */
    static void keepFreedMemory() {
        tuned = true;
        set("MALLOC_TRIM_THRESHOLD_", TRIM_THRESHOLD, Integer.MAX_VALUE);
        set("MALLOC_MMAP_THRESHOLD_", MMAP_THRESHOLD, Integer.MAX_VALUE);
        set("MALLOC_TOP_PAD_", TOP_PAD, 64 << 20);
    }

    /** Gives back to the system what is kept and not in use. Does not load the engine: without it, nothing is kept. */
    public static void trim() {
        @Nullable Pointer address = tuned ? address("malloc_trim") : null;
        if (address == null) {
            return;
        }
        try (PointerPointer<Pointer> function = function(address);
                MklSetNumThreadsLocal trim = new MklSetNumThreadsLocal(function)) {
            trim.call(0);
        }
    }

    private static void set(String variable, int parameter, int value) {
        @Nullable Pointer address = System.getenv(variable) == null ? address("mallopt") : null;
        if (address == null) {
            return;
        }
        try (PointerPointer<Pointer> function = function(address);
                MklDomainSetNumThreads mallopt = new MklDomainSetNumThreads(function)) {
            mallopt.call(parameter, value);
        }
    }

    private static @Nullable Pointer address(String function) {
        return Loader.getPlatform().startsWith("linux") ? Loader.addressof(function) : null;
    }

    // JavaCPP's function object: the address, and a reference to Java that is unused.
    private static PointerPointer<Pointer> function(Pointer address) {
        return new PointerPointer<Pointer>(2).put(0, address).put(1, (Pointer) null);
    }
}
