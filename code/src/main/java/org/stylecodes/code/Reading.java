package org.stylecodes.code;

import java.util.OptionalInt;

/** The result of reading a text: a code, or what is wrong with the text. */
sealed interface Reading {
    /** The text is a code. */
    record Code(CodeText text) implements Reading {}

    /**
     * The text is not a code.
     *
     * @param message what is wrong, and what was expected
     * @param position the index of the fault in the text; empty if no single position is at fault
     */
    record Fault(String message, OptionalInt position) implements Reading {}

    static Fault fault(String message, int position) {
        return new Fault(message, OptionalInt.of(position));
    }

    static Fault fault(String message) {
        return new Fault(message, OptionalInt.empty());
    }
}
