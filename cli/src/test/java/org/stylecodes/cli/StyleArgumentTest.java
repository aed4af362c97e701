package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.InvalidCodeException;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.ReadOptions;

class StyleArgumentTest {
    private static final String PHOTO = ProgramRun.IMAGES + "photo.jpg";

    @Test
    void aCodeInAnyFormIsACode() {
        for (String code :
                new String[] {"RIgP_58waM-Dx3A5idNo", "nano1:RIgP_58waM-Dx3A5idNomo", "Aj8dPwAACD8rECAlCC8UGzU/HwI"}) {
            assertEquals(new StyleArgument(CodeText.parse(code), null, null, 1), parse(code));
        }
    }

    @Test
    void aPathIsAPicture() {
        assertEquals(new StyleArgument(null, Path.of(PHOTO), Pictures.read(Path.of(PHOTO)), 1), parse(PHOTO));
    }

    @Test
    void bothTakeAWeight() {
        assertEquals(0.5, parse(PHOTO + "::0.5").weight());
        assertEquals(2, parse("nano1:RIgP_58waM-Dx3A5idNomo::2").weight());
    }

    @Test
    void aWeightThatIsNotANumberIsABadValue() {
        assertEquals(
                "the weight in 'RIgP_58waM-Dx3A5idNo::heavy' is 'heavy'; expected a number of 0 or more after '::', as in"
                        + " 'RIgP_58waM-Dx3A5idNo::2'",
                assertThrows(BadValueException.class, () -> parse("RIgP_58waM-Dx3A5idNo::heavy"))
                        .getMessage());
    }

    @Test
    void aMissingPictureIsReportedAsMissing() {
        StyleCodesException refusal = assertThrows(BadValueException.class, () -> parse("photos/none.jpg::2"));
        assertEquals(
                "photos/none.jpg: there is no such file; expected a style code or a picture", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RIgP_58waM.Dx3A5idNo",
                "RIgP_58waM-Dx3A5idNo.",
                "nano1:RIgP_58waM.Dx3A5idNomo",
                " RIgP_58waM-Dx3A5i.No"
            })
    void aCodeMistypedWithADotIsExplainedAsACode(String text) {
        String message =
                assertThrows(InvalidCodeException.class, () -> parse(text)).getMessage();
        assertTrue(message.startsWith("\"" + text.strip() + "\" is not a style code: "), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-picture-of-19.png", "photos.2019/summer-evening", "picture.of"})
    void aNameOfAPictureIsNotTakenForACode(String text) {
        StyleCodesException refusal = assertThrows(BadValueException.class, () -> parse(text));
        assertEquals(text + ": there is no such file; expected a style code or a picture", refusal.getMessage());
    }

    @Test
    void aFileThatIsNotAPictureIsRefused() {
        String message =
                assertThrows(BadValueException.class, () -> parse("pom.xml")).getMessage();
        assertTrue(message.startsWith("pom.xml: is not a "), message);
    }

    @Test
    void otherTextIsRefusedAsACode() {
        assertThrows(InvalidCodeException.class, () -> parse("RIgP_58waM-Dx3A5idN"));
    }

    private static StyleArgument parse(String text) {
        return StyleArgument.parse(text, ReadOptions.DEFAULT);
    }
}
