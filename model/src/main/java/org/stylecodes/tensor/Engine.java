package org.stylecodes.tensor;

import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.global.torch;

/**
 * The native engine: loads LibTorch with the settings that this project needs, and says how many processor threads an operation may use.
 * The settings hold if this class is initialised before anything else of LibTorch is touched, so the classes of this package that make the
 * first native objects do that. Thread-safe.
 */
public final class Engine {
    private static volatile int threads = Math.max(1, Runtime.getRuntime().availableProcessors());

    static {
        // Native memory is freed by scopes; JavaCPP's own accounting of the process size would raise false errors.
        setIfAbsent("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        setIfAbsent("org.bytedeco.javacpp.maxBytes", "0");
        // Threads that wait for others sleep. Spinning gains little on an idle machine, and takes several times as long
        // on a busy one. The OpenMP library reads this when it is loaded.
        NativeEnvironment.setIfAbsent("OMP_WAIT_POLICY", "passive");
        NativeHeap.keepFreedMemory();
        // Attention divides its work among LibTorch's threads and calls BLAS in each. Were BLAS to divide it again,
        // the two would wait for each other: 4 to 20 times as long on two cores that others use too.
        openblas.blas_set_num_threads(1);
    }

    private Engine() {}

    /** Loads LibTorch with the settings above, if that was not done before. Everything that calls LibTorch comes after this. */
    public static void load() {
        // The class is initialised by this call.
    }

    /**
     * Sets how many processor threads one operation uses, for every thread that calls {@link #enter()} from now on.
     *
     * @param count at least 1
     */
    public static void threads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + count);
        }
        threads = count;
        enter();
    }

    /** How many processor threads one operation uses. */
    public static int threads() {
        return threads;
    }

    /** Readies the calling thread. LibTorch's thread count belongs to the thread, and a different count may round differently. */
    public static void enter() {
        if (torch.get_num_threads() != threads) {
            torch.set_num_threads(threads);
        }
    }

    private static void setIfAbsent(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
