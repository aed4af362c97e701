package org.stylecodes.studio.request;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidFieldException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.json.StyleJson;
import org.stylecodes.studio.model.EncodingQueue;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.PictureInfo;
import org.stylecodes.studio.store.Style;
import org.stylecodes.studio.store.StyleRecords;
import org.stylecodes.studio.text.InputText;

/** Finds the code of a style that a request names by a code, a picture or a style of the gallery. Thread-safe. */
public final class StyleResolver {
    private final LoadedModel model;
    private final PictureStore pictures;
    private final EncodingQueue encodings;
    private final StyleRecords styles;

    /**
     * @param encodings encodes the pictures that styles are taken from
     * @param styles the styles of the gallery
     */
    public StyleResolver(LoadedModel model, PictureStore pictures, EncodingQueue encodings, StyleRecords styles) {
        this.model = model;
        this.pictures = pictures;
        this.encodings = encodings;
        this.styles = styles;
    }

    /**
     * The code of a style.
     *
     * @param field the place of the style in the request, such as {@code styles[0]}; empty if {@code code}, {@code picture} and
     *     {@code style} are fields of the request itself
     * @throws InvalidRequestException if not exactly one of them is given, or the picture or style does not exist
     * @throws org.stylecodes.code.InvalidCodeException if the code is invalid or belongs to another model
     */
    public StyleCode code(String field, StyleJson choice) {
        long count = Stream.of(choice.code() != null, choice.picture() != null, choice.style() != null)
                .filter(given -> given)
                .count();
        if (count != 1) {
            throw new InvalidFieldException(
                    field.isEmpty() ? "code" : field,
                    "a style has " + count + " of the fields code, picture and style; expected exactly one of them");
        }
        String prefix = field.isEmpty() ? "" : field + ".";
        if (choice.code() != null) {
            return InvalidFieldException.check(
                    prefix + "code", () -> choice.text().codeFor(model.info().id()));
        }
        if (choice.picture() != null) {
            PictureInfo picture = InvalidFieldException.check(prefix + "picture", () -> picture(choice.picture()));
            return pictures.use(picture, encodings::encode);
        }
        return InvalidFieldException.check(prefix + "style", () -> kept(String.valueOf(choice.style())));
    }

    /**
     * The picture with an id.
     *
     * @throws InvalidRequestException if there is none
     */
    public PictureInfo picture(@Nullable String id) {
        return pictures.find(String.valueOf(id))
                .orElseThrow(() -> new InvalidRequestException(
                        "no picture has this id; send the picture to /api/v1/pictures first"));
    }

    private StyleCode kept(String id) {
        Style style = InputText.uuid(id)
                .flatMap(styles::find)
                .orElseThrow(() -> new InvalidRequestException("there is no style with this id in the gallery"));
        return model.code(new SharedCode(style.model(), style.code()).toString());
    }
}
