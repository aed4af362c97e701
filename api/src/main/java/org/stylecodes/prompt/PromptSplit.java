package org.stylecodes.prompt;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Splits a text as CLIP does before tokenization: into contractions, runs of letters, single digits and runs of other characters. */
public final class PromptSplit {
    private static final Pattern PART = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+", Pattern.UNICODE_CHARACTER_CLASS);

    private PromptSplit() {}

    /** Returns the parts of a text in lower case, composed (NFC) and without white space. */
    public static List<String> parts(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return PART.matcher(lowerCase(composed))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    // Lower-cases one code point at a time, so that a Greek sigma does not become a final sigma at the end of a word.
    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder();
        text.codePoints().forEach(c -> lower.append(Character.toString(c).toLowerCase(Locale.ROOT)));
        return lower.toString();
    }
}
