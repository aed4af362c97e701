package org.stylecodes.tensor;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.openblas.presets.openblas_nolapack.MklDomainSetNumThreads;
import org.bytedeco.openblas.presets.openblas_nolapack.MklSetNumThreadsLocal;
import org.bytedeco.pytorch.MemCopyFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tunes glibc's heap of native memory on Linux. Does nothing on other systems or with another C library.
 *
 * <p>Java 17 can call a native function only through a library written for it. JavaCPP can call a function by its address if one of its
 * function types has the same signature. The types used here have the signatures {@code int f(int, int)}, {@code int f(int)} and
 * {@code void f(void*, void*, long)}.
 */
public final class NativeHeap {
    // Parameters of mallopt(3).
    private static final int TRIM_THRESHOLD = -1;
    private static final int TOP_PAD = -2;
    private static final int MMAP_THRESHOLD = -3;

    private static final int GROWTH = 64 << 20; // bytes by which the heap grows at once

    // glibc considers a heap's end when a free block of at least 64 KiB arises.
    private static final long TRIMMING_BLOCK = 256 << 10;

    private static final long HUGE_PAGE = 2 << 20; // bytes
    private static final int MADV_HUGEPAGE = 14; // madvise(2)

    private static volatile boolean tuned;

    /** A number in the place of an address. */
    private static final class Address extends Pointer {
        Address(long number) {
            address = number;
        }
    }

    private NativeHeap() {}

    /**
     * Makes glibc keep the memory of freed tensors for later ones. Otherwise glibc returns the memory to the system, which has to clear it
     * before reuse; in training, the kernel then takes a quarter of the time. Settings in the environment (MALLOC_TRIM_THRESHOLD_ and so
     * on) take precedence.
     */
    static void keepFreedMemory() {
        tuned = true;
        keepUpTo(Integer.MAX_VALUE, GROWTH);
        set("MALLOC_MMAP_THRESHOLD_", MMAP_THRESHOLD, Integer.MAX_VALUE);
    }

    /**
     * Returns kept memory that is not in use to the system. What stays is the unused end of the heaps of other threads, of 64 MiB at most
     * each, which {@link #trimThread} returns. Does not load the engine, without which nothing is kept.
     */
    public static void trim() {
        @Nullable Pointer address = tuned ? address("malloc_trim") : null;
        if (address == null) {
            return;
        }
        trimThread();
        try (PointerPointer<Pointer> function = function(address);
                MklSetNumThreadsLocal trim = new MklSetNumThreadsLocal(function)) {
            trim.call(0);
        }
    }

    /** Returns the unused end of this thread's heap to the system. malloc_trim leaves it. */
    public static synchronized void trimThread() {
        if (!tuned) {
            return;
        }
        // A call of free gives it back, if the block is large enough.
        keepUpTo(0, 0);
        Pointer.free(Pointer.malloc(TRIMMING_BLOCK));
        keepUpTo(Integer.MAX_VALUE, GROWTH);
    }

    /** Asks the system to back memory that was not used yet with huge pages. Does nothing where the system has none. */
    static void adviseHugePages(Pointer memory, long bytes) {
        long begin = (memory.address() + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
        long length = (memory.address() + bytes - begin) / HUGE_PAGE * HUGE_PAGE;
        @Nullable Pointer address = length > 0 ? address("madvise") : null;
        if (address == null) {
            return;
        }
        try (PointerPointer<Pointer> function = function(address);
                MemCopyFunction madvise = new MemCopyFunction(function)) {
            madvise.call(new Address(begin), new Address(length), MADV_HUGEPAGE);
        }
    }

    private static void keepUpTo(int unused, int pad) {
        set("MALLOC_TRIM_THRESHOLD_", TRIM_THRESHOLD, unused);
        set("MALLOC_TOP_PAD_", TOP_PAD, pad);
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

    // The layout of JavaCPP's function object: the address, and an unused reference to Java.
    private static PointerPointer<Pointer> function(Pointer address) {
        return new PointerPointer<Pointer>(2).put(0, address).put(1, (Pointer) null);
    }
}
