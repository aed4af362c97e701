package org.stylecodes.notes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Precision;
import org.stylecodes.Request;
import org.stylecodes.code.SharedCode;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.json.RequestJson;

/**
 * Notes in JSON.
 *
 * @param format {@link #FORMAT}; notes with a higher number may describe a different picture
 * @param code the mixed style in the shared form, for people and for search; null without a style
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotesJson(
        int format,
        @Nullable String version,
        @Nullable String model,
        @Nullable String code,
        RequestJson request) {
    private static final int FORMAT = 2;
    private static final List<String> REQUIRED = List.of("prompt", "seed");
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static NotesJson of(PictureNotes notes) {
        return new NotesJson(
                FORMAT,
                notes.version(),
                notes.model(),
                notes.mixedCode(),
                RequestJson.of(notes.request(), notes.model(), null, notes.initStrength()));
    }

    static PictureNotes read(String text) {
        try {
            return notes(known(MAPPER.readTree(text)));
        } catch (JsonProcessingException malformed) {
            throw damaged(malformed.getOriginalMessage(), malformed);
        }
    }

    /** Returns the notes if their format is known and they have a request. */
    private static ObjectNode known(JsonNode json) {
        int format = json.path("format").asInt();
        if (format > FORMAT) {
            throw new InvalidRequestException(
                    "the picture was made by a newer version of stylecodes, whose notes have the format " + format
                            + "; this version reads up to " + FORMAT);
        }
        if (json instanceof ObjectNode notes && notes.path("request").isObject()) {
            return notes;
        }
        throw damaged("there is no request", null);
    }

    private static PictureNotes notes(ObjectNode notes) throws JsonProcessingException {
        try {
            ObjectNode request = notes.withObject("/request");
            if (notes.path("format").asInt() == FormatOne.NUMBER) {
                FormatOne.upgrade(request);
            }
            for (String required : REQUIRED) {
                if (!request.hasNonNull(required)) {
                    throw new InvalidRequestException("the request has no " + required);
                }
            }
            NotesJson json = MAPPER.treeToValue(notes, NotesJson.class);
            if (json.model != null && !SharedCode.isModelId(json.model)) {
                throw new InvalidRequestException(
                        "the model is '" + json.model + "'; expected 1 to 16 of a-z, 0-9 and -, a letter first");
            }
            Request drawn = json.request.recorded().request();
            // Versions before 0.2 drew in float32 and did not say so.
            Request exact = drawn.precision() == null ? drawn.precision(Precision.FLOAT32) : drawn;
            return new PictureNotes(exact, json.request.initStrength(), json.model, json.version);
        } catch (InvalidRequestException bad) { // for example a size or a code that cannot be read
            throw damaged(String.valueOf(bad.getMessage()), bad);
        }
    }

    String text() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible); // texts and numbers can always be written
        }
    }

    private static InvalidRequestException damaged(String problem, @Nullable Exception cause) {
        String message = "the picture's record of how it was made is damaged: " + problem;
        return cause == null ? new InvalidRequestException(message) : new InvalidRequestException(message, cause);
    }
}
