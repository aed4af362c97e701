package org.stylecodes.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.stylecodes.InitPicture;
import org.stylecodes.ProgressListener;
import org.stylecodes.Request;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.Pictures;
import org.stylecodes.json.RequestJson;

/**
 * A studio on another machine, with the calls of the library: pictures become style codes, and the same {@link Request} becomes
 * pictures. A request without a seed gets a random one there, and {@link StudioGeneration} tells it. {@link StyleCode} itself
 * mixes, varies and interpolates codes.
 *
 * <pre>{@code
 * StudioClient studio = StudioClient.at(URI.create("http://localhost:7860"));
 * SharedCode style = studio.encode(Files.readAllBytes(Path.of("van-gogh.jpg")));
 * byte[] png = studio.generate(Request.of("a house on a hill").style(style).seed(238)).first().png();
 * }</pre>
 *
 * <p>Immutable and safe to share between threads. Whatever a studio refuses is a {@link RefusedException}. An interrupt ends every
 * call with a {@link org.stylecodes.error.CancelledException}, and the interrupt status remains set.
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

    /** Whether the studio answers and has loaded its model. */
    public boolean isReady() {
        try {
            calls.get("/readyz");
            return true;
        } catch (RefusedException away) {
            if (away.mayPass()) {
                return false;
            }
            throw away;
        }
    }

    /** The id of its model. */
    public String model() {
        return Answers.model(calls.get("/api/v1/model"));
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
        return Answers.code(answer.path("merged"));
    }

    /**
     * Draws what a request asks for, and waits for it. The request's listener is told of steps as they are taken.
     *
     * @throws RefusedException if it cannot be drawn (status 422), too many wait (status 429), or the studio is away for too long
     * @throws org.stylecodes.error.CancelledException if it was cancelled, by the listener or by anybody else
     */
    public StudioGeneration generate(Request request) {
        return begin(request).await();
    }

    /**
     * Begins to draw what a request asks for, and does not wait.
     *
     * @throws RefusedException if it cannot be drawn (status 422), or too many wait (status 429)
     */
    public Drawing begin(Request request) {
        InitPicture start = request.init();
        String init = start == null
                ? null
                : Answers.text(
                        calls.form("/api/v1/pictures", "picture", FILE, List.of(Pictures.png(start.picture()))), "id");
        Double initStrength = start == null ? null : Double.valueOf(start.strength());
        JsonNode job = calls.post("/api/v1/generations", RequestJson.of(request, null, init, initStrength));
        return new Drawing(calls, Answers.text(job, "id"), request.listener());
    }

    /** A job that was begun before, perhaps by another program, to wait for it or to cancel it. */
    public Drawing drawing(String id) {
        return new Drawing(calls, id, ProgressListener.NONE);
    }

    /**
     * A job as it is now.
     *
     * @throws RefusedException if there is no such job (status 404)
     */
    public StudioJob job(String id) {
        return Answers.job(calls.get(Calls.path("/api/v1/generations/", id)));
    }

    /** The newest jobs, at most 24. */
    public Page<StudioJob> jobs() {
        return jobs(calls.get("/api/v1/generations"));
    }

    /** The jobs before those of a page, at most 24. */
    public Page<StudioJob> jobsBefore(String cursor) {
        return jobs(calls.get(Calls.path("/api/v1/generations?before=", cursor)));
    }

    private static Page<StudioJob> jobs(JsonNode json) {
        return Answers.page(json, Answers::job);
    }

    /** The file of a picture that the studio keeps. */
    public byte[] png(StudioPicture picture) {
        return calls.png(picture.id());
    }

    /** A page of the styles in the gallery. */
    public Page<StudioStyle> styles(StyleSearch search) {
        return Answers.page(calls.get("/api/v1/styles?" + search.query()), Answers::style);
    }

    /**
     * A style of the gallery.
     *
     * @throws RefusedException if there is no such style (status 404)
     */
    public StudioStyle style(String id) {
        return Answers.style(calls.get(Calls.path("/api/v1/styles/", id)));
    }

    /**
     * The styles of the gallery whose codes are nearest to a code, the nearest first.
     *
     * @param limit how many, 1 to 200
     */
    public List<NearStyle> nearest(StyleCode code, int limit) {
        JsonNode answer = calls.post("/api/v1/codes/nearest", Map.of("code", code.toString(), "limit", limit));
        return Answers.list(
                answer.path("items"),
                item -> new NearStyle(
                        Answers.style(item.path("style")), item.path("distance").asDouble()));
    }

    /** Saves a style in the gallery. */
    public StudioStyle save(SharedCode code, String name, List<String> tags) {
        return Answers.style(calls.post("/api/v1/styles", Map.of("code", code.toString(), "name", name, "tags", tags)));
    }

    /**
     * Removes a style from the gallery.
     *
     * @throws RefusedException if there is no such style (status 404)
     */
    public void remove(StudioStyle style) {
        calls.delete(Calls.path("/api/v1/styles/", style.id()));
    }

    /** A code that looks like a style. The same seed gives the same code. */
    public SharedCode random(long seed) {
        return Answers.code(calls.post("/api/v1/codes/random", Map.of("seed", seed)));
    }

    /** The form of a code that names the studio's model. */
    public SharedCode share(StyleCode code) {
        return new SharedCode(model(), code);
    }
}
