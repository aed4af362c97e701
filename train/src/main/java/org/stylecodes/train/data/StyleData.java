package org.stylecodes.train.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stylecodes.image.Picture;

/** Pictures grouped by style. Thread-safe. The same arguments always give the same sample. */
public interface StyleData {
    /** One line that identifies the data. Two sets with the same description have the same pictures and captions. */
    String description();

    /** The number of styles. Styles are numbered from 0. */
    int styles();

    /** The number of pictures in a style. They are numbered from 0. */
    int pictures(int style);

    /** The side in pixels of the square pictures of samples. */
    int size();

    /** A picture of a style, resized to {@link #size()}, with its caption and content. */
    Sample sample(int style, int picture);

    /** The picture of a sample in its original size. Codes are made from it. */
    default Picture whole(int style, int picture) {
        return sample(style, picture).picture();
    }

    /** The caption of a picture, without reading the picture. */
    default String caption(int style, int picture) {
        return sample(style, picture).caption();
    }

    /** A picture that shows the style and little else, such as a gradient or brushwork, if the data has such pictures. */
    default Optional<Picture> reference(int style, long variant) {
        return Optional.empty();
    }

    /** The words in the captions. A tokenizer made for this data has a token for each word. */
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
     * @param content the number of the object that the picture shows, or -1 if it is unknown
     */
    record Sample(Picture picture, String caption, int content) {}
}
