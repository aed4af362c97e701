package org.stylecodes.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.Resize;

/** Pictures in the styles of the demo gallery. */
final class DemoPictures {
    private static final int STYLES = 24;

    private DemoPictures() {}

    /** A square picture in a style. From the 25th style on, the pictures repeat with more red. */
    static Picture of(int style, int side) {
        String file = "demo/%02d.png".formatted(style % STYLES + 1);
        try (InputStream in = Objects.requireNonNull(Studio.class.getResourceAsStream(file), file)) {
            Picture picture = Resize.bicubic(Pictures.read(in.readAllBytes()), side, side);
            byte[] rgb = new byte[side * side * 3];
            for (int i = 0; i < rgb.length; i++) {
                int sample = picture.sample(i / 3 % side, i / 3 / side, i % 3);
                rgb[i] = (byte) (i % 3 == 0 ? Math.min(255, sample + style / STYLES) : sample);
            }
            return Picture.of(side, side, rgb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
