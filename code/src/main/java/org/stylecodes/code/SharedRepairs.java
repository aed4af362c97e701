package org.stylecodes.code;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds shared codes close to a text by means of their check symbols. A single wrong symbol is always found. It also tries a swapped
 * pair, lost case, a missing or doubled symbol, and two look-alikes. A wrong guess fits by chance once in 4096 trials. But of the
 * texts with two wrong symbols, about every second can also be explained by a single wrong symbol elsewhere. That determines the
 * order of the trials.
 */
final class SharedRepairs {
    private SharedRepairs() {}

    /** Candidates, the likeliest first. Some may not be codes. */
    static Stream<String> of(String body) {
        int colon = body.indexOf(':');
        if (colon < 0) {
            return Stream.empty();
        }
        String id = body.substring(0, colon).toLowerCase(Locale.ROOT);
        String symbols = LookAlikes.plain(body.substring(colon + 1));
        if (!SharedCode.isModelId(id)) {
            return Stream.empty();
        }
        int[] foreign = IntStream.range(0, symbols.length())
                .filter(i -> !Alphabet.contains(symbols.charAt(i)))
                .toArray();
        if (foreign.length > 0) {
            boolean oneUnreadable = foreign.length == 1 && symbols.length() == CodeReader.SHARED_SYMBOLS;
            return oneUnreadable ? filled(id, without(symbols, foreign[0]), foreign[0]).stream() : Stream.empty();
        }
        return switch (symbols.length() - CodeReader.SHARED_SYMBOLS) {
            case -1 -> IntStream.rangeClosed(0, symbols.length()).boxed().flatMap(i -> filled(id, symbols, i).stream());
            case 0 -> wrongSymbols(CheckedWord.of(id, symbols));
            case 1 -> IntStream.range(0, symbols.length()).mapToObj(i -> id + ":" + without(symbols, i));
            default -> Stream.empty();
        };
    }

    private static Stream<String> wrongSymbols(CheckedWord word) {
        return Stream.of(
                        Stream.of(word),
                        LostCase.restored(word).stream(),
                        IntStream.range(0, word.length() - 1).mapToObj(word::swapped),
                        word.correction().map(found -> word.with(found.index(), found.level())).stream(),
                        twoLookAlikes(word))
                .flatMap(candidates -> candidates)
                .filter(CheckedWord::fits)
                .map(CheckedWord::toString);
    }

    /** Words with two symbols replaced by look-alikes: any first one, and a second one where the check symbols point. */
    private static Stream<CheckedWord> twoLookAlikes(CheckedWord word) {
        return lookAlikes(word, word.idLength()).flatMap(first -> first.correction().stream()
                .filter(found -> found.index() >= word.idLength()
                        && LookAlikes.of(first.symbol(found.index())).indexOf(Alphabet.symbol(found.level())) >= 0)
                .map(found -> first.with(found.index(), found.level())));
    }

    private static Stream<CheckedWord> lookAlikes(CheckedWord word, int start) {
        return IntStream.range(start, word.length()).boxed().flatMap(i -> LookAlikes.of(word.symbol(i))
                .chars()
                .mapToObj(symbol -> word.with(i, Alphabet.level((char) symbol))));
    }

    /** The code with the missing symbol inserted at an index of its symbols, if there is a symbol that fits. */
    private static Optional<String> filled(String id, String symbols, int index) {
        String filled = symbols.substring(0, index) + 'A' + symbols.substring(index);
        CheckedWord word = CheckedWord.of(id, filled);
        if (word.fits()) {
            return Optional.of(word.toString());
        }
        return word.correction()
                .filter(found -> found.index() == id.length() + index)
                .map(found -> word.with(found.index(), found.level()).toString());
    }

    private static String without(String symbols, int index) {
        return symbols.substring(0, index) + symbols.substring(index + 1);
    }
}
