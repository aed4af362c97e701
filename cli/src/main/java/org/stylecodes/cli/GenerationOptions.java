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
            description = "The same request with the same seed gives the same picture. Default: another one each time.")
    private @Nullable Long seed;

    /** A request with the options that the command line has, all else as in another request. */
    Request applyTo(Request base) {
        return base.toBuilder()
                .negative(negative == null ? base.negative() : negative)
                .strength(first(strength, base.strength()))
                .guidance(guidance(base.guidance()))
                .steps(first(steps, base.steps()))
                .sampler(first(sampler, base.sampler()))
                .size(first(size, base.size()))
                .seed(first(seed, base.seed()))
                .build();
    }

    private Guidance guidance(Guidance base) {
        GuidanceMode mode = first(guidanceMode, styleGuidance == null ? base.mode() : GuidanceMode.SEPARATE);
        Double baseStyle = mode == base.mode() ? base.style() : null; // other modes have no use for it
        return new Guidance(
                mode,
                first(guidance, base.text()),
                first(styleGuidance, baseStyle),
                guidanceInterval == null ? base.textInterval() : guidanceInterval,
                styleInterval == null ? base.styleInterval() : styleInterval);
    }

    private static <T> @Nullable T first(@Nullable T option, @Nullable T base) {
        return option == null ? base : option;
    }

    /** The names of samplers, for help and completion. */
    static final class SamplerNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Sampler.values()).map(Sampler::id).iterator();
        }
    }
}
