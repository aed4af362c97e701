package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stylecodes.StyleCodesException;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.InvalidCodeException;
import org.stylecodes.image.PictureFormatException;
import org.stylecodes.image.Pictures;

class StyleArgumentTest {
    private static final String PHOTO = ProgramRun.IMAGES + "photo.jpg";

    @Test
    void aCodeInAnyFormIsACode() {
        for (String code :
                new String[] {"RIgP_58waM-Dx3A5idNo", "nano1:RIgP_58waM-Dx3A5idNomo", "Aj8dPwAACD8rECAlCC8UGzU/HwI"}) {
            assertEquals(new StyleArgument(CodeText.parse(code), null, 1), StyleArgument.parse(code));
        }
    }

    @Test
    void aPathIsAPicture() {
        assertEquals(new StyleArgument(null, Pictures.read(Path.of(PHOTO)), 1), StyleArgument.parse(PHOTO));
    }

    @Test
    void bothTakeAWeight() {
        assertEquals(0.5, StyleArgument.parse(PHOTO + "::0.5").weight());
        assertEquals(2, StyleArgument.parse("nano1:RIgP_58waM-Dx3A5idNomo::2").weight());
    }

    @Test
    void aWeightThatIsNoNumberIsABadValue() {
        assertEquals(
                "the weight in 'RIgP_58waM-Dx3A5idNo::heavy' is 'heavy'; expected a number of 0 or more after '::', as in"
                        + " 'RIgP_58waM-Dx3A5idNo::2'",
                assertThrows(BadValueException.class, () -> StyleArgument.parse("RIgP_58waM-Dx3A5idNo::heavy"))
                        .getMessage());
    }

    @Test
    void aMissingPictureIsSaidToBeMissing() {
        StyleCodesException refusal =
                assertThrows(BadValueException.class, () -> StyleArgument.parse("photos/none.jpg::2"));
        assertEquals("photos/none.jpg: there is no such picture", refusal.getMessage());
    }

    @Test
    void aFileThatIsNoPictureIsRefusedAsOne() {
        assertThrows(PictureFormatException.class, () -> StyleArgument.parse("pom.xml"));
    }

    @Test
    void otherTextIsRefusedAsACode() {
        assertThrows(InvalidCodeException.class, () -> StyleArgument.parse("RIgP_58waM-Dx3A5idN"));
    }
}
