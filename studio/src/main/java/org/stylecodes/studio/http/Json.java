package org.stylecodes.studio.http;

import io.javalin.http.Context;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.stylecodes.studio.json.StrictJson;

/** Reads and writes JSON bodies. */
public final class Json {
    static final String MEDIA_TYPE = "application/json";
    private static final int MAX_BYTES = 1 << 20;

    private Json() {}

    /**
     * Reads the body of a request, at most 1 MiB.
     *
     * @throws ProblemException if the body is too long or its media type is not JSON
     */
    public static <T> T read(Context context, Class<T> type) {
        return read(context, type, MAX_BYTES);
    }

    /**
     * Reads the body of a request.
     *
     * @param longest the most bytes that the body may have
     * @throws ProblemException if the body is longer or its media type is not JSON
     */
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
            return StrictJson.read(body, type);
        } catch (IOException e) {
            throw ProblemException.malformed("the body ended early; send it again");
        }
    }

    /** Answers with a value as JSON. */
    public static void write(Context context, int status, Object value) {
        context.status(status).contentType(MEDIA_TYPE).result(StrictJson.bytes(value));
    }

    /** Answers with a problem. */
    public static void write(Context context, Problem problem) {
        context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(StrictJson.bytes(problem));
    }

    /**
     * The value of a field that must be present.
     *
     * @throws ProblemException if it is null
     */
    public static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw ProblemException.malformed("'" + name + "' is missing").about(name);
        }
        return value;
    }
}
