package org.stylecodes.train.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void lettersOfAllLanguagesStay() {
        assertEquals("Bild ü 家 🐱.png", Printable.of("Bild ü 家 🐱.png"));
    }

    @Test
    void charactersThatMoveTheCursorOrTurnTheLineBecomeEscapes() {
        assertEquals("a\\u000ab\\u001b[2J\\u202ec\\ud800", Printable.of("a\nb\u001b[2J\u202ec\ud800"));
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        assertEquals("🐱".repeat(200) + "…", Printable.of("🐱".repeat(201)));
    }
}
