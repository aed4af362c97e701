package org.stylecodes.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;

/**
 * A studio elsewhere, with the calls of the library: pictures become style codes, and requests become pictures. Pictures are
 * the bytes of their files, PNG where they come from the studio. Codes are mixed, varied and interpolated by
 * {@link StyleCode} itself, as with the library.
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
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Calls calls;

    private StudioClient(Calls calls) {
        this.calls = calls;
    }

    /** The studio at an address, which wants no token. */
    public static StudioClient at(URI address) {
        return new StudioClient(Calls.to(address, PATIENCE));
    }

    /** The same with the token that it wants. */
    public StudioClient token(String token) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
        return new StudioClient(new Calls(calls.address(), calls.http(), headers, calls.patience()));
    }

    /** The same that goes on to wait for a drawing while the studio is away for so long; at first, a minute. */
    public StudioClient patience(Duration longest) {
        return new StudioClient(new Calls(calls.address(), calls.http(), calls.headers(), longest));
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
        return begin(request).pictures();
    }

    /** The same, and tells of steps as they are taken. A listener that throws ends the waiting, and the drawing with it. */
    public List<byte[]> generate(DrawRequest request, Consumer<DrawProgress> listener) {
        return begin(request).pictures(listener);
    }

    /**
     * Has drawn what a request asks for, which can be waited for and cancelled.
     *
     * @throws RefusedException if it cannot be drawn (status 422), or too many wait (status 429)
     */
    public Drawing begin(DrawRequest request) {
        String init = request.init()
                .map(picture -> calls.form("/api/v1/pictures", "picture", FILE, List.of(picture))
                        .path("id")
                        .asText())
                .orElse(null);
        return new Drawing(calls, calls.post("/api/v1/generations", request.json(init)));
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
}
