package org.stylecodes.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the codes that may have been meant by a text that is not a code. */
final class Repairs {
    private static final int MOST = 4;

    private Repairs() {}

    /** Finds candidates, the likeliest first. Every candidate is a valid code, but a person must confirm it. */
    static List<Suggestion> of(String body, Reading.Fault fault) {
        if (body.length() > CodeReader.LONGEST_READ) {
            return List.of();
        }
        String plain = LookAlikes.plain(body);
        return Stream.of(
                        Stream.of(plain),
                        separators(plain).stream(),
                        SharedRepairs.of(body),
                        legacyAlphabet(body),
                        legacySymbol(body, fault).stream())
                .flatMap(candidates -> candidates)
                .distinct()
                .filter(candidate -> !candidate.equals(body) && isCode(candidate))
                .limit(MOST)
                .map(candidate -> Difference.between(body, candidate))
                .toList();
    }

    private static boolean isCode(String candidate) {
        return CodeReader.read(candidate) instanceof Reading.Code;
    }

    /** Candidates with a colon in place of another separator, or inserted where there is no separator. */
    private static List<String> separators(String body) {
        int symbols = body.length() - CodeReader.SHARED_SYMBOLS;
        if (symbols < 1 || body.indexOf(':') >= 0) {
            return List.of();
        }
        String code = ":" + body.substring(symbols);
        return List.of(
                body.substring(0, symbols - 1).toLowerCase(Locale.ROOT) + code,
                body.substring(0, symbols).toLowerCase(Locale.ROOT) + code);
    }

    /** The candidate with URL-safe symbols replaced by those of standard base64, which the form of the first release uses. */
    private static Stream<String> legacyAlphabet(String body) {
        return LegacyForm.matches(body) ? Stream.of(body.replace('-', '+').replace('_', '/')) : Stream.empty();
    }

    /** The candidate with another symbol at the position of the fault, if exactly one similar symbol gives a code. */
    private static List<String> legacySymbol(String body, Reading.Fault fault) {
        int position = fault.position().orElse(body.length());
        if (!LegacyForm.matches(body) || position >= LegacyForm.LENGTH) {
            return List.of();
        }
        char symbol = body.charAt(position);
        String alternatives = LookAlikes.of(symbol) + LostCase.otherCase(symbol);
        List<String> codes = new ArrayList<>();
        for (char alternative : alternatives.toCharArray()) {
            String candidate = body.substring(0, position) + alternative + body.substring(position + 1);
            if (!codes.contains(candidate) && isCode(candidate)) {
                codes.add(candidate);
            }
        }
        return codes.size() == 1 ? codes : List.of();
    }
}
