package org.stylecodes.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages about texts that are not codes. */
class InvalidCodeTest {
    private static final String SHARED = "nano1:RIgP_58waM-Dx3A5idNomo";

    @Test
    void emptyText() {
        assertMessage(
                "  ",
                "\"\" is not a style code: it is empty; expected 20 symbols, or the model's id, ':', 20 symbols"
                        + " and 2 check symbols");
    }

    @Test
    void tooShort() {
        assertMessage(
                "RIgP",
                "\"RIgP\" is not a style code: it has 4 symbols; expected 20 (or 27 in the form of the first release)");
        assertPosition(4, "RIgP");
    }

    @Test
    void tooLong() {
        assertPosition(20, "RIgP_58waM-Dx3A5idNoA");
    }

    @Test
    void muchTooLong() {
        assertMessage(
                "x".repeat(1_000_000),
                "\"" + "x".repeat(48) + "\"... is not a style code: it has 1000000 characters; expected 20 symbols, or"
                        + " the model's id, ':', 20 symbols and 2 check symbols");
    }

    @Test
    void checkSymbolsWithoutAModel() {
        assertMessage(
                "RIgP_58waM-Dx3A5idNomo",
                "\"RIgP_58waM-Dx3A5idNomo\" is not a style code: it has 22 symbols; expected 20, or 22 after the model's"
                        + " id and ':'");
    }

    @Test
    void aForeignCharacter() {
        assertMessage(
                "AAAAAAAAAAAAAAAAAAA\u00e9",
                "\"AAAAAAAAAAAAAAAAAAA\u00e9\" is not a style code: character 20 is '\u00e9' (U+00E9); a code is written"
                        + " with A-Z, a-z, 0-9, - and _");
    }

    @Test
    void controlCharactersAreNamedAndNotPrinted() {
        assertMessage(
                "AAAAAAAAAA\u0000\u001bAAAAAAAA",
                "\"AAAAAAAAAA<U+0000><U+001B>AAAAAAAA\" is not a style code: character 11 is U+0000; a code is written"
                        + " with A-Z, a-z, 0-9, - and _");
    }

    @Test
    void positionsCountTheWhiteSpaceInFront() {
        assertPosition(5, "   AA!AAAAAAAAAAAAAAAAA");
    }

    @Test
    void aSharedCodeWithoutCheckSymbols() {
        assertMessage(
                "nano1:RIgP_58waM-Dx3A5idNo",
                "\"nano1:RIgP_58waM-Dx3A5idNo\" is not a style code: after 'nano1:' it has 20 symbols; expected 22: 20 of"
                        + " the code and 2 check symbols");
    }

    @Test
    void aModelIdThatIsTooLong() {
        assertMessage(
                "xxxxxxxxxxxxxxxxx:AAAAAAAAAAAAAAAAAAAAAA",
                "\"xxxxxxxxxxxxxxxxx:AAAAAAAAAAAAAAAAAAAAAA\" is not a style code: the model's id has 17 characters; an"
                        + " id is 1 to 16 characters from a-z, 0-9 and -, beginning with a letter");
    }

    @Test
    void aModelIdThatIsMissing() {
        assertMessage(
                ":AAAAAAAAAAAAAAAAAAAAAA",
                "\":AAAAAAAAAAAAAAAAAAAAAA\" is not a style code: the model's id before ':' is missing");
    }

    @Test
    void aLegacyNumberOutOfRange() {
        assertMessage(
                "aj8dPwAACD8rECAlCC8UGzU/HwI",
                "\"aj8dPwAACD8rECAlCC8UGzU/HwI\" is not a style code: 'a' at character 1 sets level 1 of the code to 106;"
                        + " expected 0 to 63. Probably meant: Aj8dPwAACD8rECAlCC8UGzU/HwI ('A' at character 1, not"
                        + " 'a')");
    }

    @Test
    void aLegacyCodeWithBitsLeftOver() {
        assertMessage(
                "Aj8dPwAACD8rECAlCC8UGzU/HwJ",
                "\"Aj8dPwAACD8rECAlCC8UGzU/HwJ\" is not a style code: its last character sets bits that belong to no"
                        + " level");
    }

    @Test
    void aLegacyCodeInSmallLetters() {
        assertMessage(
                "aj8dpwaacd8recalcc8ugzu/hwi",
                "\"aj8dpwaacd8recalcc8ugzu/hwi\" is not a style code: 'a' at character 1 sets level 1 of the code to 106;"
                        + " expected 0 to 63. All its letters are small letters, but case matters in a code; copy it"
                        + " again from where it came from");
    }

    @Test
    void oneWrongSymbol() {
        assertMessage(
                "nano1:BIgP_58waM-Dx3A5idNomo",
                "\"nano1:BIgP_58waM-Dx3A5idNomo\" is not a style code: its check symbols do not fit, so at least one"
                        + " symbol is wrong. Probably meant: nano1:RIgP_58waM-Dx3A5idNomo ('R' at character 7, not"
                        + " 'B')");
        assertPosition(6, "nano1:BIgP_58waM-Dx3A5idNomo");
    }

    @Test
    void sharedCodeInCapitals() {
        InvalidCodeException refusal = refusal(SHARED.toUpperCase(Locale.ROOT));

        assertTrue(
                refusal.getMessage().contains("All its letters are capitals, but case matters in a code"),
                refusal.getMessage());
    }

    @Test
    void twoChangesThatExplainTheTextEquallyAreBothNamed() {
        assertMessage(
                "sd15:Bwb2Dc4_dsdc6lC1XMlPEw",
                "\"sd15:Bwb2Dc4_dsdc6lC1XMlPEw\" is not a style code: its check symbols do not fit, so at least one"
                        + " symbol is wrong. Probably meant: sd15:Bwb2Dc4_dsdc6lC1MXlPEw (characters 22 and 23 are"
                        + " swapped) or sd15:Bwb2Dc4_dsdH6lC1XMlPEw ('H' at character 17, not 'c')");
    }

    @Test
    void lostCaseIsRestoredWhereTheCheckSymbolsCanTell() {
        Suggestion suggestion =
                refusal("nano1:12ab3_4c-5d678e90f-_yz").suggestions().get(0);

        assertEquals("nano1:12aB3_4C-5d678E90f-_YZ", suggestion.text());
        assertEquals("with the original capital and small letters", suggestion.reason());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            nano1:RIgP_58waM-Dx3A5idNomO   | 'o' at character 28, not 'O'
            nano2:RIgP_58waM-Dx3A5idNomo   | '1' at character 5, not '2'
            nano1:RIgP_58waM-Dx3A5diNomo   | characters 23 and 24 are swapped
            naon1:RIgP_58waM-Dx3A5idNomo   | characters 3 and 4 are swapped
            nano1:RlgP_S8waM-Dx3A5idNomo   | 'I' at character 8, not 'l', and '5' at character 12, not 'S'
            nano1:RIgP_58waM-Dx3A5idNoomo  | 'o' at character 27 is one too many
            nano1:RIgP_58waM-Dx3A5idNommo  | 'm' at character 28 is one too many
            nano1:RIgP_58waM-Dx3A5!dNomo   | 'i' at character 23, not '!'
            Nano1:RIgP_58waM-Dx3A5idNomo   | 'n' at character 1, not 'N'
            nano1;RIgP_58waM-Dx3A5idNomo   | ':' at character 6, not ';'
            nano1-RIgP_58waM-Dx3A5idNomo   | ':' at character 6, not '-'
            nano1RIgP_58waM-Dx3A5idNomo    | ':' is missing at character 6
            nano1\uff1aRIgP_58waM-Dx3A5idNomo | ':' at character 6, not '\uff1a' (U+FF1A)
            nano1:RIgP_58waM\u2013Dx3A5idNomo | '-' at character 17, not '\u2013' (U+2013)
            n\u0430no1:RIgP_58waM-Dx3A5idNomo | 'a' at character 2, not '\u0430' (U+0430)
            nano1: RIgP_58waM-Dx3A5idNomo  | ' ' at character 7 is one too many
            nano1:RIgP_58waM-Dx3A5idNomo.  | '.' at character 29 is one too many
            <nano1:RIgP_58waM-Dx3A5idNomo> | with only the characters that a code can have
            nano1:RIgP_ 58waM-Dx3A 5idNomo | with only the characters that a code can have
            """)
    void theCodeThatWasMeantIsNamed(String typed, String reason) {
        Suggestion first = refusal(typed).suggestions().get(0);

        assertEquals(SHARED, first.text());
        assertEquals(reason, first.reason());
    }

    @Test
    void aMissingSymbolIsAmongTheSuggestions() {
        assertTrue(refusal("nano1:RIgP_58waM-Dx3A5idomo").suggestions().stream()
                .anyMatch(suggestion -> suggestion.text().equals(SHARED)));
    }

    @Test
    void aLegacyCodeInTheUrlSafeAlphabet() {
        assertEquals(
                "Aj8dPwAACD8rECAlCC8UGzU/HwI",
                refusal("Aj8dPwAACD8rECAlCC8UGzU_HwI").meant().orElseThrow());
    }

    @Test
    void aBareCodeInQuotes() {
        assertEquals(
                "RIgP_58waM-Dx3A5idNo",
                refusal("\u201cRIgP_58waM-Dx3A5idNo\u201d").meant().orElseThrow());
    }

    @Test
    void nothingIsSuggestedForATextFarFromAnyCode() {
        assertEquals(0, refusal("A bAAAAAAAAAAAAAAAAA").suggestions().size());
    }

    @Test
    void aCodeOfAnotherModelIsRefused() {
        InvalidCodeException refusal = assertThrows(
                InvalidCodeException.class, () -> CodeText.parse(SHARED).codeFor("sd15"));

        assertEquals(
                "nano1:RIgP_58waM-Dx3A5idNomo is a code of the model nano1 and means nothing to sd15; use it with nano1,"
                        + " or take a code of sd15",
                refusal.getMessage());
    }

    @Test
    void aMalformedModelIdIsRefused() {
        StyleCode code = SharedCode.parse(SHARED).code();

        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new SharedCode("a_b", code));

        assertEquals(
                "the model id \"a_b\" is malformed; expected 1 to 16 characters from a-z, 0-9 and -, beginning"
                        + " with a letter",
                refusal.getMessage());
    }

    private static void assertMessage(String typed, String message) {
        assertEquals(message, refusal(typed).getMessage());
    }

    private static void assertPosition(int position, String typed) {
        assertEquals(OptionalInt.of(position), refusal(typed).position());
    }

    private static InvalidCodeException refusal(String typed) {
        return assertThrows(InvalidCodeException.class, () -> CodeText.parse(typed));
    }
}
