package org.stylecodes.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stylecodes.image.text.SystemFont;

class SheetTest {
    private static final Picture RED = solid(64, 64, 255, 0, 0);
    private static final Picture BLUE = solid(64, 64, 0, 0, 255);

    @Test
    void aSheetWithoutTextIsAGridWithGaps() {
        Picture sheet = new Sheet(List.of(), List.of(new Sheet.Row(null, "", List.of(RED, BLUE))), 64).draw();
        assertEquals("Picture[140x72]", sheet.toString());
        assertEquals("ffffff", color(sheet, 3, 3));
        assertEquals("ff0000", color(sheet, 4, 4));
        assertEquals("ff0000", color(sheet, 67, 67));
        assertEquals("ffffff", color(sheet, 68, 67));
        assertEquals("0000ff", color(sheet, 72, 4));
    }

    @Test
    void referencesAreLeftOfLabelsAndLabelsLeftOfCells() {
        Picture sheet = new Sheet(List.of(), List.of(new Sheet.Row(RED, "ab", List.of(BLUE))), 64).draw();
        assertEquals("Picture[156x72]", sheet.toString());
        assertEquals("ff0000", color(sheet, 4, 4));
        assertEquals("0000ff", color(sheet, 151, 4));
        assertEquals(14 + 16, ink(sheet, 72, 4, 84, 68), "dots of ink in a and b");
    }

    @Test
    void tallPicturesAreFittedInTheMiddle() {
        Picture sheet =
                new Sheet(List.of(), List.of(new Sheet.Row(null, "", List.of(solid(32, 64, 255, 0, 0)))), 64).draw();
        assertEquals("ffffff", color(sheet, 4 + 15, 20));
        assertEquals("ff0000", color(sheet, 4 + 16, 20));
        assertEquals("ff0000", color(sheet, 4 + 47, 20));
        assertEquals("ffffff", color(sheet, 4 + 48, 20));
    }

    @Test
    void titlesAreAboveTheirColumns() {
        Picture sheet = new Sheet(List.of("x", "-"), List.of(new Sheet.Row(null, "", List.of(RED, BLUE))), 64).draw();
        assertEquals("Picture[140x87]", sheet.toString());
        assertEquals(9, ink(sheet, 4, 4, 68, 19), "dots of ink in x");
        assertEquals(3, ink(sheet, 72, 4, 136, 19), "dots of ink in -");
    }

    @Test
    void lettersThatNoFontHasAreReportedAndBecomeBoxes() {
        Sheet sheet = new Sheet(List.of("a\u0378\u0378"), List.of(new Sheet.Row(null, "", List.of(RED))), 64);
        assertEquals("\u0378", sheet.missingLetters());
        assertEquals(14 + 2 * (2 * 5 + 2 * 5), ink(sheet.draw(), 4, 4, 68, 19), "dots of ink in a and two boxes");
    }

    @Test
    void accentedLatinLettersNeedNoInstalledFont() {
        Sheet sheet = new Sheet(List.of("Größe"), List.of(new Sheet.Row(null, "École", List.of(RED))), 64);
        assertEquals("", sheet.missingLetters());
    }

    @Test
    void lettersOfOtherScriptsAreDrawnWithInstalledFonts() {
        assumeTrue(SystemFont.has('Ж') && SystemFont.has('д'), "no font with Cyrillic letters is installed");
        Picture zh = titled("Ж");
        assertEquals("", new Sheet(List.of("Жд"), List.of(new Sheet.Row(null, "", List.of(RED))), 64).missingLetters());
        assertNotEquals(titled("д"), zh);
        assertNotEquals(titled("\u0378"), zh, "the box of a missing letter");
        assertEquals("ffffff", color(zh, 4 + 6, 10), "nothing is drawn beside the letter's column");
    }

    private static Picture titled(String title) {
        return new Sheet(List.of(title), List.of(new Sheet.Row(null, "", List.of(RED))), 64).draw();
    }

    @Test
    void aSheetWithoutRowsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Sheet(List.of("x"), List.of(), 64));
    }

    private static int ink(Picture sheet, int left, int top, int right, int bottom) {
        int dots = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                dots += color(sheet, x, y).equals("282828") ? 1 : 0;
            }
        }
        return dots;
    }

    private static String color(Picture picture, int x, int y) {
        return "%02x%02x%02x".formatted(picture.sample(x, y, 0), picture.sample(x, y, 1), picture.sample(x, y, 2));
    }

    private static Picture solid(int width, int height, int red, int green, int blue) {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) red;
            rgb[i + 1] = (byte) green;
            rgb[i + 2] = (byte) blue;
        }
        return Picture.of(width, height, rgb);
    }
}
