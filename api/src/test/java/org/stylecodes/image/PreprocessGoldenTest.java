package org.stylecodes.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares decoding and resizing with Pillow, sample by sample. The reference drops alpha, so these tests do too. */
class PreprocessGoldenTest {
    private static final ReadOptions AS_REFERENCE = ReadOptions.DEFAULT.with(Transparency.DROPPED);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gray.png",
                "gray16.png",
                "palette.png",
                "rgb.png",
                "rgba.png",
                "image.bmp",
                "image.gif",
                "image.webp",
                "rotated.jpg"
            })
    void decodesToTheSamplesOfTheReference(String name) {
        assertEquals(GoldenPictures.expected(name + ":rgb"), read(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gray.png",
                "gray16.png",
                "palette.png",
                "rgb.png",
                "rgba.png",
                "image.bmp",
                "image.gif",
                "image.webp",
                "photo.jpg",
                "rotated.jpg"
            })
    void resizesToTheSamplesOfTheReference(String name) {
        Picture large = Resize.bicubic(read(name), 512, 512);
        assertEquals(GoldenPictures.expected(name + ":32"), Resize.bicubic(large, 32, 32));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgb.png", "rotated.jpg"})
    void resizesToTheInputSizeOfSigLipLikeTheReference(String name) {
        Picture large = Resize.bicubic(read(name), 512, 512);
        assertEquals(GoldenPictures.expected(name + ":siglip224"), Resize.bicubic(large, 224, 224));
    }

    private static Picture read(String name) {
        return Pictures.read(GoldenPictures.file(name), name, AS_REFERENCE);
    }
}
