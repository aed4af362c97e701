package org.stylecodes.studio.http;

import io.javalin.http.Context;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.stylecodes.studio.json.StrictJson;

/** Reads and writes JSON bodies. */
public final class Json {
    static final String MEDIA_TYPE = "application/json";
    private static final int LONGEST = 1 << 20;

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
            return StrictJson.read(body, type);
        } catch (IOException e) {
            throw ProblemException.malformed("the body broke off");
        }
    }

    /** Answers with a value. */
    public static void write(Context context, int status, Object value) {
        context.status(status).contentType(MEDIA_TYPE).result(StrictJson.bytes(value));
    }

    /** Answers with a problem. */
    public static void write(Context context, Problem problem) {
        context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(StrictJson.bytes(problem));
    }

    /**
     * A field that must not be missing.
     *
     * @throws ProblemException if it is
     */
    public static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw ProblemException.malformed("'" + name + "' is missing").about(name);
        }
        return value;
    }
}
