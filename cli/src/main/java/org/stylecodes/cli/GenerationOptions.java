package org.stylecodes.cli;

import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Guidance;
import org.stylecodes.GuidanceMode;
import org.stylecodes.Interval;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.sampler.Sampler;
import picocli.CommandLine.Option;

/** How pictures are drawn, whatever they show. What is not given is left to the model. */
final class GenerationOptions {
    @Option(names = "--negative", paramLabel = "TEXT", description = "What to keep away from.")
    private @Nullable String negative;

    @Option(names = "--strength", paramLabel = "X", description = "How far the style is followed: 0 (not at all) to 1.")
    private @Nullable Double strength;

    @Option(
            names = "--guidance",
            paramLabel = "X",
            description = "How strongly the prompt is amplified; 1 is not at all.")
    private @Nullable Double guidance;

    @Option(
            names = "--style-guidance",
            paramLabel = "X",
            description = "How strongly the style is amplified apart from the prompt; takes half as long again.")
    private @Nullable Double styleGuidance;

    @Option(
            names = "--guidance-mode",
            paramLabel = "MODE",
            description =
                    "What is amplified: the prompt alone (reference), prompt and style together (joint), or each by its own"
                            + " scale (separate).")
    private @Nullable GuidanceMode guidanceMode;

    @Option(
            names = "--guidance-interval",
            paramLabel = "A-B",
            description = "The part of the steps in which the prompt is amplified, such as 0.1-0.8. Default: 0-1.")
    private @Nullable Interval guidanceInterval;

    @Option(
            names = "--style-interval",
            paramLabel = "A-B",
            description = "The part of the steps in which the style acts. Default: 0-1.")
    private @Nullable Interval styleInterval;

    @Option(names = "--steps", paramLabel = "N", description = "How many steps: more take longer and draw finer.")
    private @Nullable Integer steps;

    @Option(
            names = "--sampler",
            paramLabel = "NAME",
            completionCandidates = SamplerNames.class,
            description = "The way through the steps: ${COMPLETION-CANDIDATES}.")
    private @Nullable Sampler sampler;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Width and height in pixels. Models draw best at the size that they were trained for.")
    private @Nullable Size size;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another seed gives another picture of the same request, the same seed the same. Default: 0.")
    private @Nullable Long seed;

    /** The request with what was given on the command line. */
    Request applyTo(Request base) {
        Request request = base.guidance(guidance(base.guidance()));
        request = negative == null ? request : request.negative(negative);
        request = strength == null ? request : request.strength(strength);
        request = steps == null ? request : request.steps(steps);
        request = sampler == null ? request : request.sampler(sampler);
        request = size == null ? request : request.size(size);
        return seed == null ? request : request.seed(seed);
    }

    private Guidance guidance(Guidance base) {
        GuidanceMode separate = styleGuidance == null ? base.mode() : GuidanceMode.SEPARATE;
        GuidanceMode mode = guidanceMode == null ? separate : guidanceMode;
        return new Guidance(
                mode,
                guidance == null ? base.text() : guidance,
                styleGuidance == null && mode == base.mode() ? base.style() : styleGuidance,
                guidanceInterval == null ? base.textInterval() : guidanceInterval,
                styleInterval == null ? base.styleInterval() : styleInterval);
    }

    /** The names of samplers, for help and completion. */
    static final class SamplerNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Sampler.values()).map(Sampler::id).iterator();
        }
    }
}
