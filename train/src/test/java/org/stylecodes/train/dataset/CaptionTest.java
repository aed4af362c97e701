package org.stylecodes.train.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CaptionTest {
    @Test
    void plainUtf8IsRead() {
        assertEquals(
                new Caption("a café", Caption.Encoding.UTF_8),
                Caption.decode(" a café\r\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertEquals(
                new Caption("a house", Caption.Encoding.UTF_8_BOM),
                Caption.decode("\uFEFFa house".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void utf16IsToldByItsByteOrderMark() {
        Caption house = new Caption("a house", Caption.Encoding.UTF_16);
        assertEquals(house, Caption.decode("\uFEFFa house".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals(house, Caption.decode("\uFEFFa house".getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void windows1252IsUnknownAndShownAsAGuess() {
        assertEquals(
                new Caption("a painter’s house", Caption.Encoding.UNKNOWN),
                Caption.decode("a painter’s house".getBytes(Charset.forName("windows-1252"))));
    }

    @Test
    void utf16WithoutAByteOrderMarkIsUnknown() {
        assertEquals(
                Caption.Encoding.UNKNOWN,
                Caption.decode("a house".getBytes(StandardCharsets.UTF_16LE)).encoding());
    }

    @Test
    void whiteSpaceIsNoCaption() {
        assertEquals(Caption.MISSING, Caption.decode(" \n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aTextOfMoreThan64KibibytesIsNoCaption() {
        assertEquals(new Caption("", Caption.Encoding.UNKNOWN), Caption.decode(new byte[(1 << 16) + 1]));
    }
}
