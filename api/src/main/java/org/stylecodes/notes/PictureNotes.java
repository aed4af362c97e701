package org.stylecodes.notes;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Generation;
import org.stylecodes.ProgressListener;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidRequestException;

/**
 * The notes in a PNG about how the picture was made. They suffice to draw it again, except for an init picture.
 *
 * <pre>{@code
 * Pictures.writePng(generation.first(), file, PictureNotes.of(generation, 0).texts());
 * Request again = PictureNotes.read(Pictures.readText(file)).request();
 * }</pre>
 *
 * <p>The notes are written as two texts: {@value #JSON}, which this project reads back completely, and {@value #PARAMETERS} in the
 * form of AUTOMATIC1111's web interface, which many programs show. Immutable.
 *
 * @param request the request that draws only this picture, without its init picture, which the PNG does not contain
 * @param initStrength the strength of the init picture that is needed as well; null if there was none
 * @param model the id of the model; null if another program drew the picture
 * @param version the version of this program; null if it is not known
 */
public record PictureNotes(
        Request request,
        @Nullable Double initStrength,
        @Nullable String model,
        @Nullable String version) {
    /** The keyword of the text that this project reads back completely. */
    public static final String JSON = "stylecodes";

    /** The keyword of the text in the form of AUTOMATIC1111. */
    public static final String PARAMETERS = "parameters";

    /**
     * Creates the notes of a picture.
     *
     * @param index the index of the picture in the generation, from 0
     */
    public static PictureNotes of(Generation generation, int index) {
        Request request = generation.request(index);
        return new PictureNotes(
                request.toBuilder().init(null).listener(ProgressListener.NONE).build(),
                request.init() == null ? null : request.init().strength(),
                generation.model(),
                StyleCodes.class.getPackage().getImplementationVersion());
    }

    /**
     * Reads the notes from the texts of a PNG. Prefers this project's own text. From a text in the form of AUTOMATIC1111 it takes the
     * prompt, negative prompt, steps, sampler, guidance, seed, size, style code and strength, as far as they are known.
     *
     * @param texts the texts by keyword
     * @throws InvalidRequestException if there are no notes, or they are damaged
     */
    public static PictureNotes read(Map<String, String> texts) {
        String own = texts.get(JSON);
        if (own != null) {
            return NotesJson.read(own);
        }
        String parameters = texts.get(PARAMETERS);
        if (parameters != null) {
            return new PictureNotes(ParametersText.read(parameters), null, null, null);
        }
        throw new InvalidRequestException("the picture does not record how it was made: it has no text \"" + JSON
                + "\" and no text \"" + PARAMETERS + "\"; programs that edit pictures often remove them");
    }

    /** The mix of the styles, in the shared form if the model is known; null without a style. */
    @Nullable
    String mixedCode() {
        if (request.styles().isEmpty()) {
            return null;
        }
        StyleCode mix = request.mix();
        return model == null ? mix.toString() : new SharedCode(model, mix).toString();
    }

    /** Returns the texts to put into the PNG, by keyword. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(PARAMETERS, ParametersText.of(this));
        texts.put(JSON, NotesJson.of(this).text());
        return texts;
    }
}
