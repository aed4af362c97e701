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
 * What a PNG says about how it was made, enough to draw it again.
 *
 * <pre>{@code
 * Pictures.writePng(generation.first(), file, PictureNotes.of(generation, 0).texts());
 * Request again = PictureNotes.read(Pictures.readText(file)).request();
 * }</pre>
 *
 * <p>Written are two texts: {@value #JSON}, which this project reads back whole, and {@value #PARAMETERS} in the form of
 * AUTOMATIC1111's web interface, which many programs show. Immutable.
 *
 * @param request that draws the picture alone; without its init picture, which a PNG does not hold
 * @param initStrength of the init picture that is needed too; null where there was none
 * @param model the id of the model; null where another program drew the picture
 * @param version of this program; null where it is not known
 */
public record PictureNotes(
        Request request,
        @Nullable Double initStrength,
        @Nullable String model,
        @Nullable String version) {
    /** The keyword of the text that this project reads back. */
    public static final String JSON = "stylecodes";

    /** The keyword of the text in the form of AUTOMATIC1111. */
    public static final String PARAMETERS = "parameters";

    /**
     * The notes of a picture.
     *
     * @param index of the picture in the generation, the first being 0
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
     * The notes among the texts of a PNG: this project's own, or else those in the form of AUTOMATIC1111, of which prompt,
     * negative prompt, steps, sampler, guidance, seed, size, style code and its strength are taken where they are known.
     *
     * @param texts keyword to text
     * @throws InvalidRequestException if there are none, or they are damaged
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
        throw new InvalidRequestException("the picture does not say how it was made: it has neither a text \"" + JSON
                + "\" nor one \"" + PARAMETERS + "\"; programs that edit pictures often remove them");
    }

    /** The mix of the styles, in the shared form where the model is known; null without a style. */
    @Nullable
    String mixedCode() {
        if (request.styles().isEmpty()) {
            return null;
        }
        StyleCode mix = request.mix();
        return model == null ? mix.toString() : new SharedCode(model, mix).toString();
    }

    /** The texts to put into the PNG: keyword to text. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(PARAMETERS, ParametersText.of(this));
        texts.put(JSON, NotesJson.of(this).text());
        return texts;
    }
}
