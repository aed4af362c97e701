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
 * A client of a studio on another machine, with the same operations as the library: it encodes pictures as style codes and draws a
 * {@link Request}. The studio chooses a random seed for a request without one, and {@link StudioGeneration} has that seed. To mix, vary or
 * interpolate codes, use {@link StyleCode}.
 *
 * <pre>{@code
 * StudioClient studio = StudioClient.at(URI.create("http://localhost:7860"));
 * SharedCode style = studio.encode(Files.readAllBytes(Path.of("van-gogh.jpg")));
 * byte[] png = studio.generate(Request.of("a house on a hill").style(style).seed(238)).first().png();
 * }</pre>
 *
 * <p>Immutable and thread-safe. All methods that call the studio throw {@link RefusedException} if it refuses the request or cannot be
 * reached.
 */
public final class StudioClient {
    private static final String FILE = "picture";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Calls calls;

    private StudioClient(Calls calls) {
        this.calls = calls;
    }

    /** Returns a client of the studio at an address, without a token. Does not connect yet. */
    public static StudioClient at(URI address) {
        return new StudioClient(Calls.to(address, PATIENCE));
    }

    /** Returns a client of the same studio that sends a token. */
    public StudioClient token(String token) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
        return new StudioClient(new Calls(calls.address(), calls.http(), headers, calls.patience()));
    }

    /** Returns a client that waits this long for an unreachable studio while it waits for pictures. The default is one minute. */
    public StudioClient patience(Duration longest) {
        return new StudioClient(new Calls(calls.address(), calls.http(), calls.headers(), longest));
    }

    /** Tells whether the studio answers and has loaded its model. */
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

    /** Returns the id of the studio's model. */
    public String model() {
        return calls.get("/api/v1/model").path("id").asText();
    }

    /**
     * Encodes pictures as one style code.
     *
     * @param pictures the bytes of one picture file, or of several whose codes are mixed with equal weights
     * @throws IllegalArgumentException if there are no pictures
     * @throws RefusedException if a picture cannot be read
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

    /**
     * Draws the pictures of a request and waits for them. Calls the request's listener after every step.
     *
     * @throws RefusedException if the request cannot be drawn (status 422), too many requests are waiting (status 429), or the studio is
     *     unreachable for too long
     * @throws org.stylecodes.error.CancelledException if the job was cancelled, by the listener or by anybody else
     */
    public StudioGeneration generate(Request request) {
        return begin(request).await();
    }

    /**
     * Starts a job that draws the pictures of a request, and does not wait for it.
     *
     * @throws RefusedException if the request cannot be drawn (status 422), or too many requests are waiting (status 429)
     */
    public Drawing begin(Request request) {
        InitPicture start = request.init();
        String init = start == null
                ? null
                : calls.form("/api/v1/pictures", "picture", FILE, List.of(Pictures.png(start.picture())))
                        .path("id")
                        .asText();
        Double initStrength = start == null ? null : Double.valueOf(start.strength());
        JsonNode job = calls.post("/api/v1/generations", RequestJson.of(request, null, init, initStrength));
        return new Drawing(calls, job.path("id").asText(), request.listener());
    }

    /** Returns a handle of a job that was started before, perhaps by another program, to wait for it or to cancel it. */
    public Drawing drawing(String id) {
        return new Drawing(calls, id, ProgressListener.NONE);
    }

    /**
     * Returns the present state of a job.
     *
     * @throws RefusedException if there is no such job (status 404)
     */
    public StudioJob job(String id) {
        return Answers.job(calls.get(Calls.path("/api/v1/generations/", id)));
    }

    /** Returns the newest jobs, at most 24. */
    public Page<StudioJob> jobs() {
        return jobs(calls.get("/api/v1/generations"));
    }

    /**
     * Returns the jobs before those of a page, at most 24.
     *
     * @param cursor the {@link Page#next()} of that page
     */
    public Page<StudioJob> jobsBefore(String cursor) {
        return jobs(calls.get(Calls.path("/api/v1/generations?before=", cursor)));
    }

    private static Page<StudioJob> jobs(JsonNode json) {
        return Answers.page(json, Answers::job);
    }

    /** Downloads a picture from the studio as the bytes of a PNG file. */
    public byte[] png(StudioPicture picture) {
        return calls.png(picture.id());
    }

    /** Returns a page of the styles in the gallery. */
    public Page<StudioStyle> styles(StyleSearch search) {
        return Answers.page(calls.get("/api/v1/styles?" + search.query()), Answers::style);
    }

    /**
     * Returns a style of the gallery.
     *
     * @throws RefusedException if there is no such style (status 404)
     */
    public StudioStyle style(String id) {
        return Answers.style(calls.get(Calls.path("/api/v1/styles/", id)));
    }

    /**
     * Returns the styles of the gallery whose codes are nearest to a code, the nearest first.
     *
     * @param limit the most styles to return, 1 to 200
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

    /** Draws a random code from the distribution of the codes that the model saw in training. The same seed gives the same code. */
    public SharedCode random(long seed) {
        return SharedCode.parse(calls.post("/api/v1/codes/random", Map.of("seed", seed))
                .path("shared")
                .asText());
    }

    /** Returns a code in the form for sharing, which names the studio's model. */
    public SharedCode share(StyleCode code) {
        return new SharedCode(model(), code);
    }
}
