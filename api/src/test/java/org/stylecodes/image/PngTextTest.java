package org.stylecodes.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PngTextTest {
    private static final Picture PICTURE = Picture.of(1, 1, new byte[] {1, 2, 3});

    @Test
    void textsComeBackInTheirOrder() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("parameters", "a house\nSteps: 20, Größe: 64x64");
        texts.put("stylecodes", "{\"prompt\": \"дом \uD83C\uDFE0\"}");
        Map<String, String> read = Pictures.readText(Pictures.png(PICTURE, texts));
        assertEquals(texts, read);
        assertEquals("[parameters, stylecodes]", read.keySet().toString());
    }

    @Test
    void latinTextIsWrittenAsTheOlderChunk() {
        assertTrue(chunks(Map.of("parameters", "é")).contains("tEXtparameters\0é"));
    }

    @Test
    void otherTextIsWrittenInUtf8() {
        assertTrue(chunks(Map.of("parameters", "✓")).contains("iTXtparameters\0\0\0\0\0\u00e2\u009c\u0093"));
    }

    @Test
    void textsDoNotChangeThePicture() {
        assertEquals(PICTURE, Pictures.read(Pictures.png(PICTURE, Map.of("parameters", "x"))));
    }

    @Test
    void compressedTextsAreRead() {
        assertEquals(
                Map.of("k", "hello"),
                Pictures.readText(
                        withText("zTXt", "k\0\0", PngFile.deflate("hello".getBytes(StandardCharsets.UTF_8)))));
        assertEquals(
                Map.of("k", "✓"),
                Pictures.readText(
                        withText("iTXt", "k\0\1\0en\0K\0", PngFile.deflate("✓".getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void aPictureWithoutTextsHasNone() {
        assertEquals(Map.of(), Pictures.readText(Pictures.png(PICTURE)));
    }

    @Test
    void damagedTextsAreRefused() {
        for (byte[] file : new byte[][] {
            withText("zTXt", "k\0\0", new byte[] {1, 2, 3}),
            withText("tEXt", "no end", new byte[0]),
            withText("iTXt", "k\0\1", new byte[0])
        }) {
            PictureFormatException refused = assertThrows(PictureFormatException.class, () -> Pictures.readText(file));
            assertEquals("the picture: a text inside the PNG file is damaged", refused.getMessage());
        }
    }

    @Test
    void otherFormatsAreRefused() {
        PictureFormatException refused =
                assertThrows(PictureFormatException.class, () -> Pictures.readText(GoldenPictures.file("photo.jpg")));
        assertEquals("the picture: is not a PNG file", refused.getMessage());
    }

    @Test
    void impossibleKeywordsAndTextsAreRefused() {
        for (Map<String, String> texts :
                List.of(Map.of("", "x"), Map.of("k".repeat(80), "x"), Map.of("✓", "x"), Map.of("k", "a\0b"))) {
            assertThrows(IllegalArgumentException.class, () -> Pictures.png(PICTURE, texts));
        }
    }

    private static String chunks(Map<String, String> texts) {
        return new String(Pictures.png(PICTURE, texts), StandardCharsets.ISO_8859_1);
    }

    private static byte[] withText(String type, String start, byte[] rest) {
        byte[] head = start.getBytes(StandardCharsets.ISO_8859_1);
        byte[] data = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, data, head.length, rest.length);
        return new PngFile(1, 1, 8, 2).chunk(type, data).rows(0, 1, 2, 3);
    }
}
