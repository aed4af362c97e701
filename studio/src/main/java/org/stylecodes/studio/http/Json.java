package org.stylecodes.studio.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON bodies. */
public final class Json {
    private static final String MEDIA_TYPE = "application/json";
    private static final int LONGEST = 1 << 20;
    private static final int DEEPEST = 32;

    /** Reads and writes the bodies of this server. */
    public static final ObjectMapper MAPPER = new ObjectMapper()
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
    public static <T> T read(Context context, Class<T> type) {
        return read(context, type, LONGEST);
    }

    /** The body of a request, of at most so many bytes. */
    public static <T> T read(Context context, Class<T> type, int longest) {
        String media = context.contentType();
        if (media == null || !media.split(";", 2)[0].strip().equalsIgnoreCase(MEDIA_TYPE)) {
            throw new ProblemException(
                    415, "Unsupported media type", "the body has the type " + media + "; expected " + MEDIA_TYPE);
        }
        try (BodyTimeout deadline = BodyTimeout.of(context, longest)) {
            byte[] body = context.bodyInputStream().readNBytes(longest + 1);
            if (body.length > longest) {
                throw BodyTimeout.tooLong(longest);
            }
            T value = MAPPER.readValue(body, type);
            if (value == null) {
                throw ProblemException.malformed("the body is null; expected a JSON object");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw ProblemException.malformed(JsonErrors.sentence(e));
        } catch (IOException e) {
            throw ProblemException.malformed("the body broke off");
        }
    }

    /** Answers with a value. */
    public static void write(Context context, int status, Object value) {
        context.status(status).contentType(MEDIA_TYPE).result(bytes(value));
    }

    /** Answers with a problem. */
    public static void write(Context context, Problem problem) {
        context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(bytes(problem));
    }

    /** The JSON text of a value. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // records of texts and numbers can always be written
        }
    }

    /**
     * A field that must not be missing.
     *
     * @throws ProblemException if it is
     */
    public static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw ProblemException.malformed("'" + name + "' is missing");
        }
        return value;
    }
}
