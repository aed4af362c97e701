package org.stylecodes.tensor;

import java.util.List;
import org.stylecodes.error.NativeMemoryException;

/**
 * Maps LibTorch's errors to typed exceptions. JavaCPP turns every C++ exception into a {@link RuntimeException}, so this class has to
 * look at the message. No other class does.
 */
public final class NativeErrors {
    // Messages of c10's allocators for the CPU and for CUDA.
    private static final List<String> OUT_OF_MEMORY =
            List.of("can't allocate memory", "not enough memory", "out of memory");

    private NativeErrors() {}

    /** The exception to throw in place of one from LibTorch; the same one if its kind is unknown. */
    public static RuntimeException typed(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        boolean fromJavaCpp = failure.getClass() == RuntimeException.class;
        return fromJavaCpp && OUT_OF_MEMORY.stream().anyMatch(message::contains)
                ? new NativeMemoryException("not enough memory for the tensors; ask for smaller pictures", failure)
                : failure;
    }
}
