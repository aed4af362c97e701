package org.stylecodes.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.stylecodes.code.SharedCode;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.json.RequestJson;

/** Converts the JSON of a studio's responses. Ignores fields that only a newer studio sends. */
final class Answers {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Answers() {}

    static StudioJob job(JsonNode json) {
        return readable(() -> new StudioJob(
                json.path("id").asText(),
                StudioJob.State.valueOf(json.path("state").asText().toUpperCase(Locale.ROOT)),
                json.path("position").asInt(),
                MAPPER.treeToValue(json.path("request"), RequestJson.class).request(),
                list(
                        json.path("results"),
                        result -> new StudioJob.Result(result.path("seed").asLong(), picture(result.path("picture")))),
                json.path("error").path("detail").asText(null),
                Instant.parse(json.path("createdAt").asText()),
                json.hasNonNull("finishedAt")
                        ? Instant.parse(json.path("finishedAt").asText())
                        : null));
    }

    static StudioStyle style(JsonNode json) {
        return readable(() -> new StudioStyle(
                json.path("id").asText(),
                SharedCode.parse(json.path("shared").asText()),
                json.path("name").asText(),
                list(json.path("tags"), JsonNode::asText),
                json.path("note").asText(),
                json.path("favourite").asBoolean(),
                json.hasNonNull("reference") ? picture(json.path("reference")) : null,
                Instant.parse(json.path("createdAt").asText()),
                Instant.parse(json.path("updatedAt").asText())));
    }

    static StudioPicture picture(JsonNode json) {
        return new StudioPicture(
                json.path("id").asText(),
                json.path("width").asInt(),
                json.path("height").asInt(),
                list(json.path("palette"), JsonNode::asText));
    }

    static <T> Page<T> page(JsonNode json, Function<JsonNode, T> item) {
        return new Page<>(list(json.path("items"), item), json.path("next").asText(null));
    }

    static <T> List<T> list(JsonNode json, Function<JsonNode, T> item) {
        List<T> items = new ArrayList<>();
        json.forEach(element -> items.add(item.apply(element)));
        return items;
    }

    private interface Reader<T> {
        T read() throws JsonProcessingException;
    }

    private static <T> T readable(Reader<T> reader) {
        try {
            return reader.read();
        } catch (JsonProcessingException
                | InvalidRequestException
                | IllegalArgumentException
                | DateTimeException unreadable) {
            throw new RefusedException(
                    "the response of the studio cannot be read, perhaps because the studio has another version: "
                            + unreadable.getMessage(),
                    unreadable);
        }
    }
}
