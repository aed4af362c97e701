package org.stylecodes.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckedWordTest {
    private static final CheckedWord WORD = CheckedWord.of("nano1", StyleCode.parse("RIgP_58waM-Dx3A5idNo"));

    @Test
    void theCheckSymbolsFitTheWordTheyWereComputedFor() {
        assertTrue(WORD.fits());
        assertEquals("nano1:RIgP_58waM-Dx3A5idNomo", WORD.toString());
    }

    @Test
    void everySingleWrongElementIsCorrected() {
        for (int index = 0; index < WORD.length(); index++) {
            int right = Alphabet.level(WORD.symbol(index));
            for (int error = 1; error < Levels.COUNT; error++) {
                CheckedWord wrong = WORD.with(index, right ^ error);
                assertFalse(wrong.fits());
                assertEquals(Optional.of(new CheckedWord.Correction(index, right)), wrong.correction());
            }
        }
    }

    @Test
    void everyTwoWrongElementsAreNoticed() {
        for (int first = 0; first < WORD.length(); first++) {
            for (int second = first + 1; second < WORD.length(); second++) {
                for (int errors = 0; errors < 63 * 63; errors++) {
                    CheckedWord wrong = WORD.with(first, Alphabet.level(WORD.symbol(first)) ^ (1 + errors / 63))
                            .with(second, Alphabet.level(WORD.symbol(second)) ^ (1 + errors % 63));
                    assertFalse(wrong.fits());
                }
            }
        }
    }
}
