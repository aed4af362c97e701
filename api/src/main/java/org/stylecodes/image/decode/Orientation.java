package org.stylecodes.image.decode;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import org.jspecify.annotations.Nullable;
import org.stylecodes.image.pixels.Pixels;

/**
 * The EXIF orientation of a picture (tag 0x0112).
 *
 * @param value 1 (upright) to 8
 */
public record Orientation(int value) {
    private static final Orientation UPRIGHT = new Orientation(1);

    /** Reads the orientation from an EXIF block. It is upright if there is no block or the block cannot be read. */
    static Orientation of(byte @Nullable [] exif) {
        if (exif == null) {
            return UPRIGHT;
        }
        Metadata metadata = new Metadata();
        try {
            new ExifReader().extract(new ByteArrayReader(exif), metadata, 0);
        } catch (RuntimeException damaged) {
            return UPRIGHT; // a damaged EXIF block must not make the picture unreadable
        }
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer value = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return value == null || value < 1 || value > 8 ? UPRIGHT : new Orientation(value);
    }

    /** Turns or mirrors a stored picture so that it is upright. */
    public Pixels upright(Pixels stored) {
        if (value == 1) {
            return stored;
        }
        boolean turned = value >= 5; // rows become columns
        boolean fromRight = value == 2 || value == 3 || value == 7 || value == 8;
        boolean fromBottom = value == 3 || value == 4 || value == 6 || value == 7;
        int width = turned ? stored.height() : stored.width();
        int height = turned ? stored.width() : stored.height();
        byte[] in = stored.rgb();
        byte[] out = new byte[in.length];
        for (int y = 0, o = 0; y < height; y++) {
            for (int x = 0; x < width; x++, o += 3) {
                int column = turned ? y : x;
                int row = turned ? x : y;
                int fromX = fromRight ? stored.width() - 1 - column : column;
                int fromY = fromBottom ? stored.height() - 1 - row : row;
                System.arraycopy(in, (fromY * stored.width() + fromX) * 3, out, o, 3);
            }
        }
        return new Pixels(width, height, out);
    }
}
