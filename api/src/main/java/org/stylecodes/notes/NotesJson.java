package org.stylecodes.notes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.json.RequestJson;

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
            NotesJson json = parse(text);
            return new PictureNotes(json.request.request(), json.request.initStrength(), json.model, json.version);
        } catch (JsonProcessingException malformed) {
            throw damaged(malformed.getOriginalMessage(), malformed);
        } catch (InvalidRequestException bad) {
            throw damaged(String.valueOf(bad.getMessage()), bad);
        }
    }

    private static NotesJson parse(String text) throws JsonProcessingException {
        JsonNode json = MAPPER.readTree(text);
        int format = json.path("format").asInt();
        if (format > FORMAT) {
            throw new InvalidRequestException(
                    "the picture was made by a newer version of stylecodes, whose notes have the format " + format
                            + "; this version reads up to " + FORMAT);
        }
        if (!(json.path("request") instanceof ObjectNode request)) {
            throw damaged("there is no request", null);
        }
        if (format == FormatOne.NUMBER) {
            FormatOne.upgrade(request);
        }
        for (String required : REQUIRED) {
            if (!request.hasNonNull(required)) {
                throw damaged("the request has no " + required, null);
            }
        }
        return MAPPER.treeToValue(json, NotesJson.class);
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
