package org.stylecodes.notes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.StyleCodesException;

/**
 * Notes as they stand in JSON.
 *
 * @param format {@link #FORMAT}; a higher one may mean another picture
 * @param code the mixed style in the shared form, for people and search; null without a style
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotesJson(
        int format,
        @Nullable String version,
        @Nullable String model,
        @Nullable String code,
        RequestJson request) {
    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static NotesJson of(PictureNotes notes) {
        return new NotesJson(
                FORMAT,
                notes.version(),
                notes.model(),
                StyleNote.mixed(notes.request().styles(), notes.model()),
                RequestJson.of(notes.request(), notes.initStrength()));
    }

    static NotesJson read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            int format = json.path("format").asInt();
            if (format > FORMAT) {
                throw new InvalidRequestException(
                        "the picture was made by a newer version of stylecodes, whose notes have the format " + format
                                + "; this version reads up to " + FORMAT);
            }
            if (!json.path("request").isObject()) {
                throw damaged("there is no request", null);
            }
            return MAPPER.treeToValue(json, NotesJson.class);
        } catch (JsonProcessingException malformed) {
            throw damaged(malformed.getOriginalMessage(), malformed);
        }
    }

    PictureNotes notes() {
        try {
            return new PictureNotes(request.request(), request.initStrength(), model, version);
        } catch (IllegalArgumentException | StyleCodesException bad) { // such as a size or a code that is none
            throw damaged(String.valueOf(bad.getMessage()), bad);
        }
    }

    String text() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible); // there are only texts and numbers
        }
    }

    private static InvalidRequestException damaged(String problem, @Nullable Exception cause) {
        String message = "what the picture says about how it was made is damaged: " + problem;
        return cause == null ? new InvalidRequestException(message) : new InvalidRequestException(message, cause);
    }
}
