package org.stylecodes;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stylecodes.error.InvalidRequestException;

/**
 * Where tensors lie and operations run: the processor, or a graphics card with CUDA.
 *
 * @param kind which of both
 * @param index of the card, from 0; 0 for the processor
 */
public record Device(Kind kind, int index) {
    /** What can compute. */
    public enum Kind {
        CPU,
        CUDA
    }

    /** The processor. */
    public static final Device CPU = new Device(Kind.CPU, 0);

    private static final int MOST = Byte.MAX_VALUE; // LibTorch counts in bytes
    private static final Pattern TEXT = Pattern.compile("(cpu)|cuda(?::(\\d{1,3}))?");

    /** Takes the index of a card from 0 to 127, and 0 for the processor. */
    public Device {
        if (index < 0 || index > (kind == Kind.CPU ? 0 : MOST)) {
            throw new IllegalArgumentException(
                    "there is no device " + kind + " " + index + "; expected CPU 0, or CUDA 0 to " + MOST);
        }
    }

    /** The card of this index, whether it is there or not. */
    public static Device cuda(int index) {
        return new Device(Kind.CUDA, index);
    }

    /**
     * Reads {@code cpu}, {@code cuda} (the first card) or {@code cuda:N}.
     *
     * @throws InvalidRequestException if the text is none of these
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

    /** {@code cpu} or {@code cuda:N}, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return kind == Kind.CPU ? "cpu" : "cuda:" + index;
    }
}
