package org.stylecodes.image.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.image.PictureFormatException;
import org.stylecodes.image.Pictures;

class UnreadFormatTest {
    @ParameterizedTest
    @CsvSource({ // ~ stands for a byte of 0
        "II*~, a TIFF picture",
        "MM~*, a TIFF picture",
        "II+~, a TIFF picture",
        "MM~+, a TIFF picture",
        "~~~ ftypavif, an AVIF picture",
        "~~~~ftypheic, a HEIC picture",
        "~~~~ftypmif1, a HEIC picture",
        "8BPS, a Photoshop file",
        "%PDF-1.7, a PDF document",
        "<svg xmlns='http://www.w3.org/2000/svg'/>, an SVG drawing",
        "\u00ef\u00bb\u00bf<?xml version='1.0'?><!-- <drawn> --><svg>, an SVG drawing"
    })
    void aFormatThatCannotBeReadIsNamed(String start, String format) {
        byte[] file = latin(start.replace('~', '\0') + "\n...");
        PictureFormatException refused = assertThrows(PictureFormatException.class, () -> Pictures.read(file));
        assertEquals(
                "the picture: is " + format + ", which cannot be read; save it as PNG, JPEG, GIF, BMP or WebP",
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "II",
                "ftypavif",
                "\u0000\u0000\u0000 ftypisom",
                "<svgs/>",
                "<!DOCTYPE html><html><svg></svg></html>",
                "a <svg>"
            })
    void otherFilesAreNotMistakenForSuchAFormat(String start) {
        assertEquals(Optional.empty(), UnreadFormat.of(latin(start)));
    }

    @Test
    void aDeclarationWithoutAnEndIsNotADrawing() {
        assertEquals(Optional.empty(), UnreadFormat.of(latin("<!>".repeat(100_000))));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
