package org.stylecodes.cli;

import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Guidance;
import org.stylecodes.GuidanceMode;
import org.stylecodes.Interval;
import org.stylecodes.Preset;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.sampler.Sampler;
import picocli.CommandLine.Option;

/** The options for drawing, apart from the prompt and the styles. An option that is not given takes the model's default. */
final class GenerationOptions {
    @Option(names = "--negative", paramLabel = "TEXT", description = "What the picture should not show.")
    private @Nullable String negative;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Settings to start from, which other options change: the settings of the published scripts"
                    + " (released), or few steps for drafts (fast). Default: the model's own settings.")
    private @Nullable Preset preset;

    @Option(names = "--strength", paramLabel = "X", description = "How strongly the style acts, 0 (not at all) to 1.")
    private @Nullable Double strength;

    @Option(
            names = "--guidance",
            paramLabel = "X",
            description = "How strongly the prompt is amplified (classifier-free guidance); 1 turns this off.")
    private @Nullable Double guidance;

    @Option(
            names = "--style-guidance",
            paramLabel = "X",
            description =
                    "How strongly the style is amplified, separately from the prompt. Drawing takes 1.5 times as long.")
    private @Nullable Double styleGuidance;

    @Option(
            names = "--guidance-mode",
            paramLabel = "MODE",
            description =
                    "What is amplified: the prompt alone (reference), the prompt and the style together (joint), or each by"
                            + " its own scale (separate).")
    private @Nullable GuidanceMode guidanceMode;

    @Option(
            names = "--guidance-interval",
            paramLabel = "A-B",
            description = "The part of the steps in which the prompt is amplified, as two fractions such as 0.1-0.8.")
    private @Nullable Interval guidanceInterval;

    @Option(
            names = "--style-interval",
            paramLabel = "A-B",
            description = "The part of the steps in which the style acts, as two fractions.")
    private @Nullable Interval styleInterval;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "The number of sampling steps. More steps take longer and draw finer.")
    private @Nullable Integer steps;

    @Option(
            names = "--sampler",
            paramLabel = "NAME",
            completionCandidates = SamplerNames.class,
            description = "The sampling method: ${COMPLETION-CANDIDATES}.")
    private @Nullable Sampler sampler;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Width and height in pixels. Models draw best at the size that they were trained for.")
    private @Nullable Size size;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same request with the same seed gives the same picture. Default: a new seed each time.")
    private @Nullable Long seed;

    /** Returns a copy of a request in which the options given on the command line replace its own values. */
    Request applyTo(Request given) {
        Request base = preset == null ? given : given.preset(preset);
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
        Double baseStyle = mode == base.mode() ? base.style() : null; // other modes do not use it
        return new Guidance(
                mode,
                first(guidance, base.text()),
                first(styleGuidance, baseStyle),
                first(guidanceInterval, base.textInterval()),
                first(styleInterval, base.styleInterval()));
    }

    private static <T> @Nullable T first(@Nullable T option, @Nullable T base) {
        return option == null ? base : option;
    }

    /** The names of the samplers, for help and completion. */
    static final class SamplerNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Sampler.values()).map(Sampler::id).iterator();
        }
    }
}
