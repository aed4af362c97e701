package org.stylecodes.studio.drawing;

import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.PictureInfo;
import org.stylecodes.studio.store.StyleRecords;

/** Styles that are named in one of several ways. Thread-safe. */
public record StyleLookup(Models models, PictureStore pictures, EncodingLane encodings, StyleRecords styles) {
    /**
     * The code of a style.
     *
     * @throws InvalidRequestException if it is named in no way or in several, or what is named is not there
     * @throws org.stylecodes.code.InvalidCodeException if the code is none, or one of another model
     */
    public StyleCode code(StyleChoice choice) {
        long ways = Stream.of(choice.code() != null, choice.picture() != null, choice.style() != null)
                .filter(given -> given)
                .count();
        if (ways != 1) {
            throw new InvalidRequestException("a style is named in " + ways
                    + " ways; expected one of code, picture (the id of a picture) and style (the id of a style in the"
                    + " gallery)");
        }
        if (choice.code() != null) {
            return CodeText.parse(choice.code()).codeFor(models.info().id());
        }
        return choice.picture() != null
                ? pictures.use(picture(choice.picture()), encodings::encode)
                : kept(String.valueOf(choice.style()));
    }

    /**
     * The picture of an id.
     *
     * @throws InvalidRequestException if there is none
     */
    public PictureInfo picture(@Nullable String id) {
        return pictures.find(String.valueOf(id))
                .orElseThrow(() -> new InvalidRequestException(
                        "there is no picture with the id that was given; send it to /api/v1/pictures first"));
    }

    private StyleCode kept(String id) {
        InvalidRequestException unknown =
                new InvalidRequestException("there is no style in the gallery with the id that was given");
        try {
            return styles.find(UUID.fromString(id)).orElseThrow(() -> unknown).code();
        } catch (IllegalArgumentException malformed) {
            throw unknown;
        }
    }
}
