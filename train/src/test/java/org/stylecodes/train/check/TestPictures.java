package org.stylecodes.train.check;

import org.stylecodes.image.Picture;

/** Pictures that differ by a number. */
final class TestPictures {
    private TestPictures() {}

    /** Waves of colour, of another form and other colours for each number. */
    static Picture waves(int number, int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    double across = Math.sin((1.3 * number + 2) * x / width + channel * (1 + number));
                    double down = Math.cos((0.7 * number + 3) * y / height + number);
                    rgb[i++] = (byte) Math.round(128 + 60 * across + 60 * down);
                }
            }
        }
        return Picture.of(width, height, rgb);
    }
}
