package org.stylecodes.train.resident;

import java.util.List;

/** Composes the pictures of styles. Thread-safe. */
interface PictureSource {
    /** Composes all pictures of a style into {@code rgb}, one after another, row by row. Returns what they show. */
    PictureBank.Picture[] compose(int style, int count, byte[] rgb);

    /** What the second half of the styles for measuring are, for reports. */
    String secondHalf();

    /** The words of all captions. */
    List<String> words();

    /** The number of contents. */
    int contents();

    /** The number of treatments. */
    int treatments();
}
