package org.stylecodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.error.InvalidRequestException;

class SizeTest {
    @ParameterizedTest
    @ValueSource(strings = {"640x512", "640X512", " 640×512 "})
    void readsWidthThenHeight(String text) {
        assertEquals(new Size(640, 512), Size.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "640", "640x", "640x512x3", "-640x512", "0x512", "640x99999", "999999x512", "6.4x5"})
    void refusesTextThatIsNotASize(String text) {
        assertThrows(InvalidRequestException.class, () -> Size.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4097x512", "512x4097", "100000x100000", "512x99999999999999999999"})
    void refusesSizesThatAreTooLarge(String text) {
        InvalidRequestException refused = assertThrows(InvalidRequestException.class, () -> Size.parse(text));
        assertEquals(
                "the size is " + text + ", which is too large; sides have at most 4096 pixels", refused.getMessage());
    }

    @Test
    void isWrittenAsItIsRead() {
        assertEquals("640x512", new Size(640, 512).toString());
    }
}
