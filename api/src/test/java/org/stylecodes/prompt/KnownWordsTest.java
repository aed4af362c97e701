package org.stylecodes.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownWordsTest {
    private static final KnownWords WORDS = KnownWords.of(List.of("a house", "on", "hill", "café", ","));

    @Test
    void unknownWordsAreNamedOnceAndInOrder() {
        assertEquals(List.of("dragon", "castle"), WORDS.unknown("a dragon on a castle on a dragon"));
    }

    @Test
    void caseAndTheEncodingOfAccentsDoNotMatter() {
        assertEquals(List.of(), WORDS.unknown("A House on a HILL, cafe\u0301"));
    }

    @Test
    void punctuationIsNotAWord() {
        assertEquals(List.of(), WORDS.unknown("\"a house\" - on a hill!..."));
        assertEquals(Set.of("a", "house", "on", "hill", "café"), WORDS.words());
    }

    @Test
    void digitsAndOtherScriptsAreWords() {
        assertEquals(List.of("7", "дом", "🐱"), WORDS.unknown("7 дом 🐱"));
    }

    @Test
    void aModelTrainedOnALanguageKnowsEveryWord() {
        assertEquals(List.of(), KnownWords.ANY.unknown("a dragon"));
    }
}
