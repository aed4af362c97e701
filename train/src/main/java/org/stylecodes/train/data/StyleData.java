package org.stylecodes.train.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stylecodes.image.Picture;

/** Pictures grouped by style. Safe for use by several threads; the same arguments give the same sample. */
public interface StyleData {
    /** What the data is, in a line; two sets of the same description hold the same pictures and captions. */
    String description();

    /** The number of styles, numbered from 0. */
    int styles();

    /** The number of pictures of a style, numbered from 0. */
    int pictures(int style);

    /** The side in pixels of the pictures of samples. */
    int size();

    /** One picture of a style with what it shows. */
    Sample sample(int style, int picture);

    /** The picture of a sample in the size in which it was found, which is what codes are made of. */
    default Picture whole(int style, int picture) {
        return sample(style, picture).picture();
    }

    /** The caption of a picture, where the picture itself is not needed. */
    default String caption(int style, int picture) {
        return sample(style, picture).caption();
    }

    /** A picture that carries the style and little else, such as a gradient or brushwork, where the data has such. */
    default Optional<Picture> reference(int style, long variant) {
        return Optional.empty();
    }

    /** The words that captions are made of; a tokenizer made for this data has a token for each. */
    default List<String> words() {
        return IntStream.range(0, styles())
                .boxed()
                .flatMap(style -> IntStream.range(0, pictures(style)).mapToObj(i -> caption(style, i)))
                .flatMap(caption -> Stream.of(caption.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * A picture with its caption.
     *
     * @param picture the picture
     * @param caption lower-case words
     * @param content a number that two pictures share when they show the same kind of thing, or -1
     */
    record Sample(Picture picture, String caption, int content) {}
}
