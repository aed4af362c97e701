package org.stylecodes.code;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Describes how a code differs from the text that was typed for it. */
final class Difference {
    private static final int MOST_NAMED = 3;

    private Difference() {}

    static Suggestion between(String typed, String meant) {
        int first = IntStream.range(0, Math.min(typed.length(), meant.length()))
                .filter(i -> typed.charAt(i) != meant.charAt(i))
                .findFirst()
                .orElse(Math.min(typed.length(), meant.length()));
        return new Suggestion(meant, reason(typed, meant, first), first);
    }

    private static String reason(String typed, String meant, int first) {
        if (typed.length() == meant.length()) {
            return changes(typed, meant, first);
        }
        if (isInsertion(typed, meant, first)) {
            return "'%c' is missing at character %d".formatted(meant.charAt(first), first + 1);
        }
        if (isInsertion(meant, typed, first)) {
            return "%s at character %d is one too many".formatted(Quoted.character(typed, first), first + 1);
        }
        return "with only the characters that a code can have";
    }

    private static String changes(String typed, String meant, int first) {
        int[] places = IntStream.range(first, typed.length())
                .filter(i -> typed.charAt(i) != meant.charAt(i))
                .toArray();
        int second = first + 1;
        if (places.length == 2
                && places[1] == second
                && typed.charAt(first) == meant.charAt(second)
                && typed.charAt(second) == meant.charAt(first)) {
            return "characters %d and %d are swapped".formatted(first + 1, second + 1);
        }
        if (places.length > MOST_NAMED) {
            return typed.equalsIgnoreCase(meant)
                    ? "with the original capital and small letters"
                    : places.length + " characters differ";
        }
        return IntStream.of(places)
                .mapToObj(i ->
                        "'%c' at character %d, not %s".formatted(meant.charAt(i), i + 1, Quoted.character(typed, i)))
                .collect(Collectors.joining(", and "));
    }

    /** Whether inserting one character into the shorter text at an index gives the longer text. */
    private static boolean isInsertion(String shorter, String longer, int index) {
        return longer.length() == shorter.length() + 1
                && longer.substring(index + 1).equals(shorter.substring(index));
    }
}
