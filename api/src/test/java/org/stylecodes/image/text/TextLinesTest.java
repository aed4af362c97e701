package org.stylecodes.image.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {
    @Test
    void breaksBetweenWords() {
        assertEquals(List.of("a house", "on a hill"), TextLines.wrap("a house on a hill", 9, 4));
    }

    @Test
    void breaksAfterTheModelOfACode() {
        assertEquals(
                List.of("nano1:", "RIgP_58waM-Dx3A5idNomo"), TextLines.wrap("nano1:RIgP_58waM-Dx3A5idNomo", 24, 4));
    }

    @Test
    void breaksWordsThatAreTooLong() {
        assertEquals(List.of("abcdef", "gh"), TextLines.wrap("abcdefgh", 6, 4));
    }

    @Test
    void tooManyLinesEndInDots() {
        assertEquals(List.of("aaaa", "bb..."), TextLines.wrap("aaaa bbbbb ccccc", 5, 2));
    }

    @Test
    void latinLettersLoseTheirAccentsAndOthersStay() {
        assertEquals(List.of("Grosse Ecole ☃ ёж"), TextLines.wrap("Größe\tÉcole ☃ ёж", 20, 2));
    }

    @Test
    void wideLettersTakeTwoColumns() {
        assertEquals(List.of("丘の上", "の家"), TextLines.wrap("丘の上の家", 7, 4));
        assertEquals(6, TextLines.columns(List.of("丘の上", "の家")));
    }

    @Test
    void combiningMarksTakeNoColumn() {
        assertEquals(3, TextLines.columns(List.of("с\u0301ад")));
    }

    @Test
    void lettersBeyondTheFirstPlaneStayWhole() {
        assertEquals(List.of("🐱🐱", "🐱"), TextLines.wrap("🐱🐱🐱", 5, 4));
    }
}
