package org.stylecodes.code;

import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the three forms of a code and corrects nothing. */
final class CodeReader {
    /** Longer text is refused without reading it. The longest code has 39 characters. */
    static final int LONGEST_READ = 64;

    static final int SHARED_SYMBOLS = StyleCode.LENGTH + CheckedWord.CHECKS;

    private CodeReader() {}

    static Reading read(String body) {
        if (body.isEmpty()) {
            return Reading.fault("it is empty; expected 20 symbols, or " + CodeForm.SHARED.description(), 0);
        }
        if (body.length() > LONGEST_READ) {
            return Reading.fault(
                    "it has %d characters; expected 20 symbols, or %s"
                            .formatted(body.length(), CodeForm.SHARED.description()),
                    StyleCode.LENGTH);
        }
        int colon = body.indexOf(':');
        if (colon >= 0) {
            return readShared(body, colon);
        }
        return LegacyForm.matches(body) ? LegacyForm.read(body) : readBare(body);
    }

    private static Reading readBare(String body) {
        Optional<Reading.Fault> foreign = foreignCharacter(body, 0);
        if (foreign.isPresent()) {
            return foreign.get();
        }
        if (body.length() != StyleCode.LENGTH) {
            String hint = body.length() == SHARED_SYMBOLS
                    ? ", or 22 after the model's id and ':'"
                    : " (or 27 in the form of the first release)";
            return Reading.fault(
                    "it has " + body.length() + " symbols; expected 20" + hint,
                    Math.min(body.length(), StyleCode.LENGTH));
        }
        int[] levels = body.chars().map(symbol -> Alphabet.level((char) symbol)).toArray();
        return new Reading.Code(new CodeText(CodeForm.BARE, null, StyleCode.of(levels)));
    }

    private static Reading readShared(String body, int colon) {
        String id = body.substring(0, colon);
        int start = colon + 1;
        Optional<Reading.Fault> fault = ModelId.fault(id).or(() -> foreignCharacter(body, start));
        if (fault.isPresent()) {
            return fault.get();
        }
        int symbols = body.length() - start;
        if (symbols != SHARED_SYMBOLS) {
            return Reading.fault(
                    "after '%s:' it has %d symbols; expected 22: 20 of the code and 2 check symbols"
                            .formatted(id, symbols),
                    start + Math.min(symbols, SHARED_SYMBOLS));
        }
        CheckedWord word = CheckedWord.of(id, body.substring(start));
        if (!word.fits()) {
            return Reading.fault("its check symbols do not fit, so at least one symbol is wrong");
        }
        return new Reading.Code(new CodeText(CodeForm.SHARED, id, word.code()));
    }

    private static Optional<Reading.Fault> foreignCharacter(String body, int start) {
        return IntStream.range(start, body.length())
                .filter(i -> !Alphabet.contains(body.charAt(i)))
                .mapToObj(i -> Reading.fault(
                        "character %d is %s; a code is written with %s"
                                .formatted(i + 1, Quoted.character(body, i), Alphabet.DESCRIPTION),
                        i))
                .findFirst();
    }
}
