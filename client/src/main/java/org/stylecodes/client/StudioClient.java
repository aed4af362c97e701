package org.stylecodes.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;

/**
 * A studio elsewhere, with the calls of the library: pictures become style codes, and requests become pictures. Pictures are
 * the bytes of their files, PNG where they come from the studio.
 *
 * <pre>{@code
 * StudioClient studio = StudioClient.at(URI.create("http://localhost:7860"));
 * SharedCode style = studio.encode(Files.readAllBytes(Path.of("van-gogh.jpg")));
 * byte[] png = studio.generate(DrawRequest.of("a house on a hill").style(style).seed(238)).get(0);
 * }</pre>
 *
 * <p>Immutable and safe to share between threads. Whatever a studio refuses is a {@link RefusedException}.
 */
public final class StudioClient {
    private static final String FILE = "picture";

    private final Calls calls;

    private StudioClient(Calls calls) {
        this.calls = calls;
    }

    /** The studio at an address, which wants no token. */
    public static StudioClient at(URI address) {
        return new StudioClient(Calls.to(address, Map.of()));
    }

    /** The same with the token that it wants. */
    public StudioClient token(String token) {
        return new StudioClient(Calls.to(calls.address(), Map.of("Authorization", "Bearer " + token)));
    }

    /** The id of its model. */
    public String model() {
        return calls.get("/api/v1/model").path("id").asText();
    }

    /**
     * The style code of pictures.
     *
     * @param pictures the bytes of one file, or of several whose codes are mixed in equal parts
     * @throws IllegalArgumentException if there are none
     * @throws RefusedException if one cannot be read
     */
    public SharedCode encode(byte[]... pictures) {
        if (pictures.length == 0) {
            throw new IllegalArgumentException("there are no pictures to encode; expected at least one");
        }
        JsonNode answer = calls.form("/api/v1/encodings", "pictures", FILE, List.of(pictures));
        for (JsonNode item : answer.path("items")) {
            if (item.has("error")) {
                throw Calls.refused(item.path("error"));
            }
        }
        return SharedCode.parse(answer.path("merged").path("shared").asText());
    }

    /** Draws what a request asks for, and waits for it: the PNG files, in the order of their seeds. */
    public List<byte[]> generate(DrawRequest request) {
        return generate(request, progress -> {});
    }

    /** The same, and tells of every step. A listener that throws ends the waiting, and the request with it. */
    public List<byte[]> generate(DrawRequest request, Consumer<DrawProgress> listener) {
        JsonNode job = calls.post("/api/v1/generations", request.json());
        JsonNode ended = watched(job, listener);
        if (!ended.path("state").asText().equals("done")) {
            throw ended.path("error").isObject()
                    ? Calls.refused(ended.path("error"))
                    : new RefusedException("the generation was cancelled", 409, null);
        }
        List<byte[]> pictures = new ArrayList<>();
        ended.path("results")
                .forEach(result -> pictures.add(
                        calls.bytes(result.path("picture").path("url").asText())));
        return pictures;
    }

    /** A code that looks like a style. The same seed gives the same code. */
    public SharedCode random(long seed) {
        return SharedCode.parse(calls.post("/api/v1/codes/random", Map.of("seed", seed))
                .path("shared")
                .asText());
    }

    /** The form of a code that names the studio's model. */
    public SharedCode share(StyleCode code) {
        return new SharedCode(model(), code);
    }

    private JsonNode watched(JsonNode job, Consumer<DrawProgress> listener) {
        String event = "";
        try (Stream<String> lines = calls.lines(job.path("events").asText())) {
            for (Iterator<String> stream = lines.iterator(); stream.hasNext(); ) {
                String line = stream.next();
                if (line.startsWith("event: ")) {
                    event = line.substring("event: ".length());
                } else if (line.startsWith("data: ") && event.equals("step")) {
                    listener.accept(progress(Calls.json(line.substring("data: ".length()))));
                }
            }
        } catch (RuntimeException e) {
            calls.delete(job.path("url").asText());
            throw e;
        }
        return calls.get(job.path("url").asText());
    }

    private static DrawProgress progress(JsonNode json) {
        return new DrawProgress(
                json.path("picture").asInt(),
                json.path("pictures").asInt(),
                json.path("step").asInt(),
                json.path("steps").asInt());
    }
}
