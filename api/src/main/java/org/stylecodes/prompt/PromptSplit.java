package org.stylecodes.prompt;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How CLIP cuts a text before it looks for tokens: contractions, runs of letters, single digits, runs of anything else. */
public final class PromptSplit {
    private static final Pattern PART = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+", Pattern.UNICODE_CHARACTER_CLASS);

    private PromptSplit() {}

    /** The parts of a text in lower case, composed (NFC) and without white space. */
    public static List<String> parts(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return PART.matcher(lowerCase(composed))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    // One code point at a time, so that a sigma at the end of a word stays the letter it is elsewhere.
    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder();
        text.codePoints().forEach(c -> lower.append(Character.toString(c).toLowerCase(Locale.ROOT)));
        return lower.toString();
    }
}
