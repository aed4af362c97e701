package org.stylecodes.tensor;

import java.util.List;
import org.stylecodes.error.NativeMemoryException;

/**
 * LibTorch's errors as exceptions of types. JavaCPP makes one type, {@link RuntimeException}, of all C++ exceptions, so this is
 * the only place that must read their texts.
 */
public final class NativeErrors {
    // Of c10's allocators for the processor and of CUDA's.
    private static final List<String> OUT_OF_MEMORY =
            List.of("can't allocate memory", "not enough memory", "out of memory");

    private NativeErrors() {}

    /** The exception to throw in place of one that came out of LibTorch; the same one if nothing more is known of it. */
    public static RuntimeException typed(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        boolean fromJavaCpp = failure.getClass() == RuntimeException.class;
        return fromJavaCpp && OUT_OF_MEMORY.stream().anyMatch(message::contains)
                ? new NativeMemoryException(
                        "there is too little memory for the tensors; ask for smaller pictures", failure)
                : failure;
    }
}
