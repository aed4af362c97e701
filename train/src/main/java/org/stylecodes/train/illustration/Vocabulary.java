package org.stylecodes.train.illustration;

import java.util.List;
import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.illustration.caption.CaptionGrammar;

/**
 * The words of captions, for a tokenizer.
 *
 * @param words every word that a caption can hold, and the comma, sorted
 */
public record Vocabulary(List<String> words) {
    /** Copies the words. */
    public Vocabulary {
        words = List.copyOf(words);
    }

    /** The words of captions about these contents. */
    public static Vocabulary of(List<Content> contents) {
        return new Vocabulary(CaptionGrammar.words(contents));
    }

    /** The words of a caption in order; commas are words of their own. */
    public static List<String> split(String caption) {
        return CaptionGrammar.split(caption);
    }
}
