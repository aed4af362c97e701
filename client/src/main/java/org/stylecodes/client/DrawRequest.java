package org.stylecodes.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.code.WeightedCode;

/**
 * What is to be drawn. Immutable; every method that sets something returns another request. What is not set is up to the
 * model of the studio, as are the bounds of all values.
 *
 * <pre>{@code
 * DrawRequest.of("a house on a hill").style(code).strength(0.7).size(640, 512).seed(238).count(4)
 * }</pre>
 */
public final class DrawRequest {
    private final Map<String, Object> fields;
    private final byte @Nullable [] init;

    private DrawRequest(Map<String, Object> fields, byte @Nullable [] init) {
        this.fields = fields;
        this.init = init;
    }

    /** A request for one picture of a prompt. */
    public static DrawRequest of(String prompt) {
        return new DrawRequest(Map.of("prompt", prompt), null);
    }

    /** With another prompt. */
    public DrawRequest prompt(String prompt) {
        return with("prompt", prompt);
    }

    /** With a description of what to keep away from. */
    public DrawRequest negative(String negative) {
        return with("negative", negative);
    }

    /** With one style more, of weight 1. */
    public DrawRequest style(StyleCode code) {
        return style(code, 1);
    }

    /** With one style more. */
    public DrawRequest style(StyleCode code, double weight) {
        return style(code.toString(), weight);
    }

    /** With these styles only. */
    public DrawRequest styles(List<WeightedCode> codes) {
        DrawRequest request = with("styles", List.of());
        for (WeightedCode code : codes) {
            request = request.style(code.code(), code.weight());
        }
        return request;
    }

    /** With one style more, as a person wrote it. */
    public DrawRequest style(CodeText code, double weight) {
        return style(code.toString(), weight);
    }

    /** With one style more, of weight 1; a studio with another model will refuse it. */
    public DrawRequest style(SharedCode code) {
        return style(code.toString(), 1);
    }

    /** With the styles followed this far, 0 to 1. */
    public DrawRequest strength(double strength) {
        return with("strength", strength);
    }

    /** With the prompt amplified by this scale, in the mode of the model. */
    public DrawRequest guidance(double scale) {
        return with("guidance", scale);
    }

    /** With prompt and style held against each other in this way. */
    public DrawRequest guidance(DrawGuidance guidance) {
        DrawRequest request = with("guidanceMode", guidance.mode()).with("guidance", guidance.text());
        return guidance.style() == null
                ? request.without("styleGuidance")
                : request.with("styleGuidance", guidance.style());
    }

    /** With so many steps. */
    public DrawRequest steps(int steps) {
        return with("steps", steps);
    }

    /** With the sampler of a name, such as {@code Euler a}. */
    public DrawRequest sampler(String name) {
        return with("sampler", name);
    }

    /** In this size, in pixels. */
    public DrawRequest size(int width, int height) {
        return with("width", width).with("height", height);
    }

    /** With noise from this seed; the next pictures have the seeds that follow. */
    public DrawRequest seed(long seed) {
        return with("seed", seed);
    }

    /** For so many pictures. */
    public DrawRequest count(int count) {
        return with("count", count);
    }

    /** Starting from a picture, the bytes of a file, of which so much may change: above 0 to 1 (redraw everything). */
    public DrawRequest init(byte[] picture, double strength) {
        return new DrawRequest(with("initStrength", strength).fields, picture.clone());
    }

    /** The picture to start from. */
    Optional<byte[]> init() {
        return Optional.ofNullable(init);
    }

    /** @param init the id of the picture to start from, once the studio has it; null for none */
    Map<String, Object> json(@Nullable String init) {
        return init == null ? fields : with("init", init).fields;
    }

    private DrawRequest style(String code, double weight) {
        List<Object> styles = new ArrayList<>((List<?>) fields.getOrDefault("styles", List.of()));
        styles.add(Map.of("code", code, "weight", weight));
        return with("styles", styles);
    }

    private DrawRequest with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new DrawRequest(more, init);
    }

    private DrawRequest without(String name) {
        Map<String, Object> fewer = new LinkedHashMap<>(fields);
        fewer.remove(name);
        return new DrawRequest(fewer, init);
    }
}
