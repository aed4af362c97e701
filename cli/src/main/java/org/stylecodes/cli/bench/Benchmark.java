package org.stylecodes.cli.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Precision;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.Picture;
import org.stylecodes.tensor.Engine;
import org.stylecodes.tensor.Profile;
import org.stylecodes.tensor.Profile.Kind;
import org.stylecodes.tensor.Profile.Total;

/**
 * How fast a model draws and encodes on this machine. All figures come from the public API; {@link Profile} watches the layers meanwhile.
 *
 * @param steps of each picture; null for the model's own number
 * @param size of each picture; null for the model's own
 */
public record Benchmark(@Nullable Integer steps, @Nullable Size size, Precision precision) {
    private static final StyleCode STYLE = StyleCode.parse("RIgP_58waM-Dx3A5idNo");
    private static final int ENCODINGS = 5;
    private static final String PEAKS = "peaks";
    private static final String FIRST_PICTURE = "first picture";
    private static final String LOAD = "load to first step";
    private static final String PEAK_MEMORY = "peak memory";
    private static final Map<String, String> UNITS = Map.of(FIRST_PICTURE, " s", LOAD, " s", PEAK_MEMORY, " GiB");

    /**
     * Measures a model, which must not have been used yet, because its first picture is measured too.
     *
     * @param opener opens the model
     * @return what was measured; seconds, GiB, and 10^9 floating-point operations (a second)
     */
    public ObjectNode run(Supplier<StyleCodes> opener) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        try (StyleCodes model = opener.get()) {
            long begin = System.nanoTime();
            Request request = model.info()
                    .filled(Request.builder()
                            .prompt("a house on a hill")
                            .steps(steps)
                            .size(size)
                            .seed(1L)
                            .build());
            Drawing first = Drawing.of(model, request.style(STYLE));
            // Peaks take memory and time of their own, so they come after the first picture.
            double peakMemory = Machine.peakMemory();
            Peaks peaks = Peaks.measure(precision);
            report.set("machine", Machine.describe());
            report.put("threads", Engine.threads()).put("precision", precision.toString());
            ObjectNode rates = report.putObject(PEAKS);
            peaks.rates().forEach((kind, rate) -> rates.put(name(kind), rounded(rate / 1e9)));
            report.put("model", model.id())
                    .put("size", String.valueOf(request.size()))
                    .put("steps", request.steps());
            report.put(FIRST_PICTURE, rounded((first.end - begin) / 1e9));
            report.put(
                    "load to first step",
                    rounded((first.stepEnds.get(0) - begin) / 1e9 - first.step().median()));
            report.put(PEAK_MEMORY, rounded(peakMemory));
            Drawing styled = Drawing.of(model, request.style(STYLE));
            Drawing plain = Drawing.of(model, request);
            report.set("styled step", measured(styled.step(), styled.stepTotals(), peaks));
            report.set("plain step", measured(plain.step(), plain.stepTotals(), peaks));
            report.set("decode", measured(styled.decoding(), styled.decodingTotals(), peaks));
            report.set("encode", encoding(model, peaks));
        }
        return report;
    }

    /** The report as lines of text. */
    public static String text(ObjectNode report) {
        StringBuilder text = new StringBuilder();
        report.properties().forEach(entry -> {
            if (entry.getValue().has("seconds")) {
                text.append(timing(entry.getKey(), (ObjectNode) entry.getValue()));
            } else if (entry.getValue().isObject()) {
                text.append(line(entry.getKey(), ""));
                String unit = entry.getKey().equals(PEAKS) ? " GFLOP/s" : "";
                entry.getValue()
                        .properties()
                        .forEach(part -> text.append(
                                line("  " + part.getKey(), part.getValue().asText() + unit)));
            } else {
                text.append(line(entry.getKey(), entry.getValue().asText() + UNITS.getOrDefault(entry.getKey(), "")));
            }
        });
        return text.toString();
    }

    private static String timing(String name, ObjectNode timing) {
        StringBuilder text = new StringBuilder(line(
                name,
                String.format(
                        Locale.ROOT,
                        "%.3f s (%.3f to %.3f), %.1f GFLOP, %.1f GFLOP/s, %.0f %% of the limit",
                        timing.path("seconds").asDouble(),
                        timing.path("least").asDouble(),
                        timing.path("most").asDouble(),
                        timing.path("GFLOP").asDouble(),
                        timing.path("GFLOP/s").asDouble(),
                        100 * timing.path("share of limit").asDouble())));
        timing.path("by kind")
                .properties()
                .forEach(kind -> text.append(line(
                        "  " + kind.getKey(),
                        String.format(Locale.ROOT, "%.3f s", kind.getValue().asDouble()))));
        return text.toString();
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-20s %s%n", name, value);
    }

    private static ObjectNode encoding(StyleCodes model, Peaks peaks) {
        Picture picture = Picture.of(512, 512, new byte[3 * 512 * 512]);
        List<Double> seconds = new ArrayList<>();
        Map<Kind, Total> totals = Map.of();
        for (int i = 0; i <= ENCODINGS; i++) { // the first reads the weights
            long begin = System.nanoTime();
            try (Profile profile = Profile.start()) {
                model.encode(picture);
                totals = profile.totals();
            }
            seconds.add((System.nanoTime() - begin) / 1e9);
        }
        return measured(Spread.of(seconds.subList(1, seconds.size())), totals, peaks);
    }

    private static ObjectNode measured(Spread seconds, Map<Kind, Total> totals, Peaks peaks) {
        double operations =
                totals.values().stream().mapToDouble(Total::operations).sum();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("seconds", rounded(seconds.median()))
                .put("least", rounded(seconds.least()))
                .put("most", rounded(seconds.most()))
                .put("GFLOP", rounded(operations / 1e9))
                .put("GFLOP/s", rounded(operations / 1e9 / seconds.median()))
                .put("share of limit", rounded(peaks.seconds(totals) / seconds.median()));
        ObjectNode kinds = json.putObject("by kind");
        double rest = seconds.median();
        for (Kind kind : Kind.values()) {
            double taken = totals.getOrDefault(kind, Total.NOTHING).seconds();
            kinds.put(name(kind), rounded(taken));
            rest -= taken;
        }
        kinds.put("other", rounded(Math.max(0, rest)));
        return json;
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** One picture: when each step ended, and what the layers had done by then. Times are of {@link System#nanoTime}. */
    private static final class Drawing {
        private final List<Long> stepEnds = new ArrayList<>();
        private final List<Map<Kind, Total>> totals = new ArrayList<>();
        private long end;

        static Drawing of(StyleCodes model, Request request) {
            Drawing drawing = new Drawing();
            try (Profile profile = Profile.start()) {
                model.generate(request.listener(progress -> {
                    drawing.stepEnds.add(System.nanoTime());
                    drawing.totals.add(profile.totals());
                }));
                drawing.end = System.nanoTime();
                drawing.totals.add(profile.totals());
            }
            return drawing;
        }

        Spread step() {
            List<Double> seconds = new ArrayList<>();
            for (int i = 1; i < stepEnds.size(); i++) {
                seconds.add((stepEnds.get(i) - stepEnds.get(i - 1)) / 1e9);
            }
            return Spread.of(seconds);
        }

        Spread decoding() {
            return Spread.of(List.of((end - stepEnds.get(stepEnds.size() - 1)) / 1e9));
        }

        // The second step: the first works out what stays the same, and guidance may end before the last.
        Map<Kind, Total> stepTotals() {
            return difference(totals.get(0), totals.get(1));
        }

        Map<Kind, Total> decodingTotals() {
            return difference(totals.get(totals.size() - 2), totals.get(totals.size() - 1));
        }

        private static Map<Kind, Total> difference(Map<Kind, Total> before, Map<Kind, Total> after) {
            Map<Kind, Total> difference = new EnumMap<>(Kind.class);
            after.forEach((kind, total) -> difference.put(kind, total.since(before.getOrDefault(kind, Total.NOTHING))));
            return difference;
        }
    }
}
