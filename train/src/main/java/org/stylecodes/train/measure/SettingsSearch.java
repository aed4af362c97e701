package org.stylecodes.train.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.stylecodes.Interval;
import org.stylecodes.ModelInfo;
import org.stylecodes.Request;
import org.stylecodes.pipeline.NetworkRuns;
import org.stylecodes.sampler.Sampler;

/**
 * Finds settings that need few runs of the networks and keep every measure of drawings within the 95 % interval of reference settings.
 *
 * <p>The search is greedy. For each sampler it takes the fewest steps that keep the measures, and continues with the cheapest of these; of two
 * that cost the same, with the one whose pictures have the code of their reference more often. Then it shortens the interval of the guidance
 * step by step, from its end and then from its beginning, for as long as the measures are kept, and the interval of the style in the same way.
 *
 * @param model supplies the default guidance
 * @param measure draws with the given settings and measures the drawings
 * @param reference the measures to keep
 * @param listener receives every trial, in order
 */
public record SettingsSearch(
        ModelInfo model,
        Function<Request, EvaluationReport> measure,
        EvaluationReport reference,
        Consumer<Trial> listener) {
    /**
     * Settings that were measured.
     *
     * @param settings with all defaults filled in
     * @param runs of the networks for a picture with a style
     * @param worse the measures that are worse than the reference's interval; empty if the settings keep all of them
     */
    public record Trial(Request settings, NetworkRuns runs, EvaluationReport report, List<String> worse) {
        /** Tells whether the settings keep every measure. */
        public boolean isKept() {
            return worse.isEmpty();
        }
    }

    /**
     * Searches.
     *
     * @param from settings whose sampler, steps and intervals are replaced
     * @param samplers the samplers to try
     * @param steps the numbers of steps to try, in ascending order
     * @return the cheapest settings that keep the measures; empty if no settings do
     */
    public Optional<Trial> run(Request from, List<Sampler> samplers, List<Integer> steps) {
        Request whole = from.guidance(from.guidance().textWithin(Interval.ALL).styleWithin(Interval.ALL));
        List<Trial> kept = new ArrayList<>();
        for (Sampler sampler : samplers) {
            steps.stream()
                    .map(count -> trial(whole.sampler(sampler).steps(count)))
                    .filter(Trial::isKept)
                    .findFirst()
                    .ifPresent(kept::add);
        }
        return kept.stream()
                .min(Comparator.comparingInt((Trial trial) -> trial.runs().all())
                        .thenComparingDouble(
                                trial -> -trial.report().styleRetrieval().value()))
                .map(this::shorterGuidance)
                .map(this::shorterStyle);
    }

    private Trial shorterGuidance(Trial best) {
        return shorter(best, interval -> best.settings()
                .guidance(best.settings().guidance().textWithin(interval)));
    }

    private Trial shorterStyle(Trial best) {
        return shorter(best, interval -> best.settings()
                .guidance(best.settings().guidance().styleWithin(interval)));
    }

    private Trial shorter(Trial best, Function<Interval, Request> within) {
        int steps = Objects.requireNonNull(best.settings().steps());
        List<Trial> kept = new ArrayList<>(List.of(best));
        kept.addAll(whileKept(steps - 1, cut -> within.apply(interval(0, steps - cut, steps))));
        int end = steps - (kept.size() - 1);
        kept.addAll(whileKept(end - 1, start -> within.apply(interval(start, end, steps))));
        return kept.get(kept.size() - 1);
    }

    /** Tries the settings for 1, 2 and so on up to the given number, and returns those before the first that is not kept. */
    private List<Trial> whileKept(int most, IntFunction<Request> settings) {
        List<Trial> kept = new ArrayList<>();
        while (kept.size() < most) {
            Trial next = trial(settings.apply(kept.size() + 1));
            if (!next.isKept()) {
                break;
            }
            kept.add(next);
        }
        return kept;
    }

    // Rounded down to hundredths. Of fewer than 100 steps, the interval contains the same ones.
    private static Interval interval(int start, int end, int steps) {
        return new Interval(
                Math.floor(100.0 * start / steps) / 100, end == steps ? 1 : Math.floor(100.0 * end / steps) / 100);
    }

    private Trial trial(Request settings) {
        Request filled = model.filled(settings);
        EvaluationReport report = measure.apply(settings);
        Trial trial = new Trial(filled, NetworkRuns.of(filled), report, reference.worse(report));
        listener.accept(trial);
        return trial;
    }
}
