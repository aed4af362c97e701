package org.stylecodes.train.dataset;

import org.stylecodes.image.Picture;
import org.stylecodes.image.PictureFormatException;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.ReadOptions;

/** One picture of a data set, which stays on the disk until it is requested. Thread-safe. */
public interface Example {
    /** The path of the picture within the data set, with {@code /} between folders. It may contain any characters. */
    String name();

    /** The name of the style. It may contain any characters. */
    String style();

    /** The size of the picture's file in bytes, or 0 if it is not known, in which case {@link #bytes()} says why. */
    long length();

    /**
     * Reads the file of the picture.
     *
     * @throws PictureFormatException if it cannot be read, or is longer than {@link ReadOptions#DEFAULT} allows
     */
    byte[] bytes();

    /** Reads the caption. A caption that cannot be read has the encoding {@link Caption.Encoding#UNKNOWN}. */
    Caption caption();

    /**
     * Reads and decodes the picture.
     *
     * @throws PictureFormatException if it cannot be read
     */
    default Picture picture() {
        return Pictures.read(bytes(), name(), ReadOptions.DEFAULT);
    }
}
