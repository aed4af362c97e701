package org.stylecodes.tensor;

import java.util.function.Supplier;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Loads LibTorch with the settings that this project needs, and sets how many CPU threads an operation may use. The settings take effect
 * only if this class is initialised before any other class of LibTorch. The classes of this package that can be the first to make a native
 * object therefore call {@link #load()}. Thread-safe.
 */
public final class Engine {
    private static final Object BLAS = new Object();
    private static final ThreadLocal<@Nullable Integer> SHARE = new ThreadLocal<>();

    private static volatile int threads = Processors.cores();

    static {
        // Scopes free native memory. JavaCPP's own limits on the size of the process would raise false errors.
        setIfAbsent("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        setIfAbsent("org.bytedeco.javacpp.maxBytes", "0");
        // Waiting threads sleep. If they spun, that would gain little on an idle machine and take several times as long
        // on a busy one. The OpenMP library reads this variable when it is loaded.
        NativeEnvironment.setIfAbsent("OMP_WAIT_POLICY", "passive");
        NativeHeap.keepFreedMemory();
        // Attention divides its work among LibTorch's threads, and each of them calls BLAS. If BLAS divided the work
        // again, the two thread pools would wait for each other: 4 to 20 times as long on two busy cores.
        openblas.blas_set_num_threads(1);
    }

    private Engine() {}

    /** Loads LibTorch with this project's settings, unless it is loaded already. Must be called before any other call of LibTorch. */
    public static void load() {
        // Calling this method initialises the class.
    }

    /**
     * Sets how many CPU threads one operation uses. It applies to every thread that calls {@link #enter()} from now on.
     *
     * @param count at least 1
     */
    public static void threads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("the number of threads is " + count + "; expected at least 1");
        }
        threads = count;
        enter();
    }

    /** The number of CPU threads that one operation of the calling thread uses. */
    public static int threads() {
        Integer share = SHARE.get();
        return share == null ? threads : share;
    }

    /** Applies the thread count to the calling thread. LibTorch keeps a count per thread, and another count may round differently. */
    public static void enter() {
        int count = threads();
        if (torch.get_num_threads() != count) {
            torch.set_num_threads(count);
        }
    }

    /** Runs work whose operations use this many CPU threads, whatever {@link #threads(int)} says. */
    static void withThreads(int count, Runnable work) {
        SHARE.set(count);
        try {
            work.run();
        } finally {
            SHARE.remove();
        }
    }

    /**
     * Runs one matrix product in which BLAS divides the work among all threads. Of several threads that call this, one runs at a time; each
     * product uses all cores anyway. An attention that runs meanwhile in another thread is slow, but right.
     */
    static <T> T withParallelBlas(Supplier<T> product) {
        synchronized (BLAS) {
            openblas.blas_set_num_threads(threads());
            try {
                return product.get();
            } finally {
                openblas.blas_set_num_threads(1);
            }
        }
    }

    private static void setIfAbsent(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
