package org.stylecodes.studio.api;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.InvalidCodeException;
import org.stylecodes.code.StyleCode;
import org.stylecodes.code.WeightedCode;
import org.stylecodes.error.InvalidFieldException;
import org.stylecodes.studio.http.Json;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.http.Routes;
import org.stylecodes.studio.model.LoadedModel;

/** The routes that work on codes alone: check, mix, vary, draw at random, and mixes on a plane. */
public final class CodeRoutes implements Routes {
    private static final double DEFAULT_AMOUNT = 0.3;
    private static final int DEFAULT_COUNT = 6;
    private static final int MAX_CODES = 64;
    private static final int MAX_SIDE = 16;

    /** A text that may be a code. */
    record Check(String text) {}

    /** Codes to mix. */
    record Mix(List<Part> codes) {
        /** A code and its weight; 1 if the weight is null. */
        record Part(String code, @Nullable Double weight) {}
    }

    /** A request for neighbours of a code; null fields take defaults. */
    record Vary(
            String code,
            @Nullable Double amount,
            @Nullable Integer count,
            @Nullable Long seed) {}

    /** A request for a random code, near another code if one is given. */
    record RandomRequest(@Nullable Long seed, @Nullable String near) {}

    /** A request for a grid of mixes. The corners are given row by row. */
    record Plane(List<String> corners, int columns, int rows) {}

    private final LoadedModel model;

    /** @param model the model that the codes belong to */
    public CodeRoutes(LoadedModel model) {
        this.model = model;
    }

    @Override
    public void add(JavalinConfig config) {
        RoutesConfig routes = config.routes;
        routes.post("/api/v1/codes/check", this::check);
        routes.post("/api/v1/codes/mix", this::mix);
        routes.post("/api/v1/codes/vary", this::vary);
        routes.post("/api/v1/codes/random", this::random);
        routes.post("/api/v1/codes/plane", this::plane);
    }

    private void check(Context context) {
        String text = Json.required("text", Json.read(context, Check.class).text());
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        try {
            CodeText read = CodeText.parse(text);
            CodeView code = view(read.codeFor(modelId()));
            answer.put("valid", true);
            answer.put("form", read.form().name().toLowerCase(Locale.ROOT));
            answer.put("code", code);
        } catch (InvalidCodeException wrong) {
            answer.put("valid", false);
            answer.put("message", wrong.getMessage());
            answer.put("symbol", wrong.position().isPresent() ? wrong.position().getAsInt() : null);
            answer.put("suggestion", wrong.meant().orElse(null));
        }
        Json.write(context, 200, answer);
    }

    private void mix(Context context) {
        List<Mix.Part> parts =
                Json.required("codes", Json.read(context, Mix.class).codes());
        if (parts.isEmpty() || parts.size() > MAX_CODES) {
            throw ProblemException.impossible("there are " + parts.size() + " codes to mix; expected 1 to " + MAX_CODES)
                    .about("codes");
        }
        List<WeightedCode> codes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String field = "codes[" + i + "].";
            Mix.Part part = parts.get(i);
            codes.add(weighted(field + "weight", code(field + "code", part.code()), part.weight()));
        }
        if (codes.stream().allMatch(code -> code.weight() == 0)) {
            throw ProblemException.impossible("all weights are 0; give one code a weight above 0")
                    .about("codes");
        }
        Json.write(context, 200, view(StyleCode.mix(codes)));
    }

    private void vary(Context context) {
        Vary wanted = Json.read(context, Vary.class);
        double amount = wanted.amount() == null ? DEFAULT_AMOUNT : wanted.amount();
        int count = wanted.count() == null ? DEFAULT_COUNT : wanted.count();
        if (!(amount >= 0 && amount <= 2)) {
            throw new InvalidFieldException("amount", "the amount is " + amount + "; expected 0 to 2");
        }
        if (count < 1 || count > MAX_CODES) {
            throw new InvalidFieldException("count", "the count is " + count + "; expected 1 to " + MAX_CODES);
        }
        StyleCode code = code("code", wanted.code());
        Random random = new Random(seed(wanted.seed()));
        List<CodeView> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(view(code.vary(amount, random)));
        }
        Json.write(context, 200, Map.of("items", items));
    }

    private void random(Context context) {
        RandomRequest wanted = Json.read(context, RandomRequest.class);
        long seed = seed(wanted.seed());
        StyleCode code = wanted.near() == null
                ? model.get().drawing().random(seed)
                : code("near", wanted.near()).vary(DEFAULT_AMOUNT, seed);
        Json.write(context, 200, view(code));
    }

    private void plane(Context context) {
        Plane wanted = Json.read(context, Plane.class);
        List<StyleCode> corners = corners(Json.required("corners", wanted.corners()));
        requireSide("columns", wanted.columns());
        requireSide("rows", wanted.rows());
        List<List<CodeView>> rows = new ArrayList<>();
        for (int row = 0; row < wanted.rows(); row++) {
            List<CodeView> codes = new ArrayList<>();
            for (int column = 0; column < wanted.columns(); column++) {
                codes.add(view(between(corners, share(column, wanted.columns()), share(row, wanted.rows()))));
            }
            rows.add(codes);
        }
        Json.write(context, 200, Map.of("rows", rows));
    }

    /**
     * The bilinear mix of the corners, in the order upper left, upper right, lower left, lower right. With three corners, the
     * third is the whole lower edge. With two, only {@code x} counts.
     *
     * @param x 0 (left) to 1
     * @param y 0 (top) to 1
     */
    static StyleCode between(List<StyleCode> corners, double x, double y) {
        StyleCode above = corners.get(0).interpolate(corners.get(1), x);
        if (corners.size() == 2) {
            return above;
        }
        double[] weights = {
            (1 - x) * (1 - y), x * (1 - y), corners.size() == 3 ? y : (1 - x) * y, x * y,
        };
        List<WeightedCode> parts = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            parts.add(new WeightedCode(corners.get(i), weights[i]));
        }
        return StyleCode.mix(parts);
    }

    private static double share(int index, int count) {
        return count == 1 ? 0 : (double) index / (count - 1);
    }

    private static WeightedCode weighted(String field, StyleCode code, @Nullable Double given) {
        double weight = given == null ? 1 : given;
        if (!(weight >= 0 && weight <= 1e6)) {
            throw new InvalidFieldException(
                    field, "the weight of " + code + " is " + weight + "; expected 0 to 1000000");
        }
        return new WeightedCode(code, weight);
    }

    private static long seed(@Nullable Long seed) {
        return seed == null ? ThreadLocalRandom.current().nextLong(1L << 32) : seed;
    }

    private StyleCode code(String field, @Nullable String text) {
        CodeText read = InvalidFieldException.check(field, () -> CodeText.parse(Json.required(field, text)));
        return InvalidFieldException.check(field, () -> read.codeFor(modelId()));
    }

    private List<StyleCode> corners(List<String> texts) {
        if (texts.size() < 2 || texts.size() > 4) {
            throw new InvalidFieldException("corners", "there are " + texts.size() + " corners; expected 2 to 4");
        }
        return IntStream.range(0, texts.size())
                .mapToObj(i -> code("corners[" + i + "]", texts.get(i)))
                .toList();
    }

    private static void requireSide(String field, int value) {
        if (value < 1 || value > MAX_SIDE) {
            throw new InvalidFieldException(
                    field, "the number of " + field + " is " + value + "; expected 1 to " + MAX_SIDE);
        }
    }

    private CodeView view(StyleCode code) {
        return CodeView.of(modelId(), code);
    }

    private String modelId() {
        return model.info().id();
    }
}
