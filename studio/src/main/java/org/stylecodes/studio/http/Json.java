package org.stylecodes.studio.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;

/** JSON in and out. */
final class Json {
    private static final String MEDIA_TYPE = "application/json";
    private static final int LONGEST = 1 << 20;
    private static final int DEEPEST = 32;

    static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(Integer.MAX_VALUE) // bodies have bounds of their own
                        .build());
    }

    private Json() {}

    /** The body of a request, of at most a mebibyte. */
    static <T> T read(Context context, Class<T> type) {
        return read(context, type, LONGEST);
    }

    /** The body of a request, of at most so many bytes. */
    static <T> T read(Context context, Class<T> type, int longest) {
        String media = context.contentType();
        if (media == null || !media.split(";", 2)[0].strip().equalsIgnoreCase(MEDIA_TYPE)) {
            throw new ProblemException(
                    415, "Unsupported media type", "the body has the type " + media + "; expected " + MEDIA_TYPE);
        }
        try (BodyDeadline deadline = BodyDeadline.of(context, longest)) {
            byte[] body = context.bodyInputStream().readNBytes(longest + 1);
            if (body.length > longest) {
                throw BodyDeadline.tooLong(longest);
            }
            T value = MAPPER.readValue(body, type);
            if (value == null) {
                throw ProblemException.malformed("the body is null; expected a JSON object");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw ProblemException.malformed(JsonMistake.sentence(e));
        } catch (IOException e) {
            throw ProblemException.malformed("the body broke off");
        }
    }

    /** Answers with a value. */
    static void write(Context context, int status, Object value) {
        context.status(status).contentType(MEDIA_TYPE).result(bytes(value));
    }

    /** Answers with a problem. */
    static void write(Context context, Problem problem) {
        context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(bytes(problem));
    }

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // records of texts and numbers can always be written
        }
    }
}
