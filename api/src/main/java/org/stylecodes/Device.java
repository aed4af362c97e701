package org.stylecodes;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stylecodes.error.InvalidRequestException;

/**
 * The device that holds tensors and runs operations: the processor, or a graphics card with CUDA.
 *
 * @param kind processor or graphics card
 * @param index the index of the graphics card, from 0 to 127; 0 for the processor
 */
public record Device(Kind kind, int index) {
    /** The kinds of devices. */
    public enum Kind {
        /** The processor. */
        CPU,
        /** A graphics card with CUDA. */
        CUDA
    }

    /** The processor. */
    public static final Device CPU = new Device(Kind.CPU, 0);

    private static final int MOST = Byte.MAX_VALUE; // LibTorch stores the index in a byte
    private static final Pattern TEXT = Pattern.compile("(cpu)|cuda(?::(\\d{1,3}))?");

    /**
     * Checks the index.
     *
     * @throws IllegalArgumentException if the index is not 0 for the processor, or not 0 to 127 for a graphics card
     */
    public Device {
        if (index < 0 || index > (kind == Kind.CPU ? 0 : MOST)) {
            throw new IllegalArgumentException(
                    "there is no device " + kind + " " + index + "; expected CPU 0, or CUDA 0 to " + MOST);
        }
    }

    /** Returns the graphics card with an index from 0 to 127. This machine may not have that card. */
    public static Device cuda(int index) {
        return new Device(Kind.CUDA, index);
    }

    /**
     * Reads {@code cpu}, {@code cuda} (the first card) or {@code cuda:N}. Case and surrounding white space are ignored.
     *
     * @throws InvalidRequestException if the text is not one of these
     */
    public static Device parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            int index = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
            if (index <= MOST) {
                return matcher.group(1) == null ? cuda(index) : CPU;
            }
        }
        throw new InvalidRequestException("there is no device '" + text + "'; expected cpu, cuda or cuda:N");
    }

    /** Returns {@code cpu} or {@code cuda:N}, which {@link #parse} reads. */
    @Override
    public String toString() {
        return kind == Kind.CPU ? "cpu" : "cuda:" + index;
    }
}
