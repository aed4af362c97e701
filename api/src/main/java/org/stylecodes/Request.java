package org.stylecodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.code.WeightedCode;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.image.Picture;
import org.stylecodes.sampler.Sampler;

/**
 * What to draw. Immutable; every method that sets something returns another request. {@link #builder()} sets many things at
 * once.
 *
 * <pre>{@code
 * Request.of("a house on a hill").style(code).strength(0.7).size(640, 512).seed(238).count(4)
 * }</pre>
 *
 * <p>The model chooses the components that are null, and the seed at random. {@link Generation#request()} tells what was
 * chosen. Without a seed, a request gives other pictures each time. With one it gives the same pictures, to the
 * byte, on one kind of machine.
 *
 * @param prompt what to draw; may be empty
 * @param negative what to keep away from; may be empty
 * @param styles mixed in proportion to their weights; none for the model without a style
 * @param strength how far the model follows the style, 0 (not at all) to 1
 * @param guidance how strongly prompt and style are amplified
 * @param steps 1 to {@value #MOST_STEPS}
 * @param sampler the way through the steps
 * @param size of each picture
 * @param seed of the first picture; each of the next pictures has the seed that follows, so it can be drawn again alone.
 *     Null for a random seed from 0 to 2<sup>32</sup> - 1
 * @param count how many pictures, 1 to {@value #MOST_PICTURES}
 * @param init a picture to start from, or null for pure noise
 * @param listener is told of every step
 */
public record Request(
        String prompt,
        String negative,
        List<WeightedStyle> styles,
        @Nullable Double strength,
        Guidance guidance,
        @Nullable Integer steps,
        @Nullable Sampler sampler,
        @Nullable Size size,
        @Nullable Long seed,
        int count,
        @Nullable InitPicture init,
        ProgressListener listener) {
    /** The most steps that a request may ask for. */
    public static final int MOST_STEPS = 1000;

    /** The most pictures that a request may ask for. */
    public static final int MOST_PICTURES = 1000;

    /** The most characters of a prompt; models read far fewer. */
    public static final int LONGEST_PROMPT = 100_000;

    /** @throws InvalidRequestException if a prompt is null, a value is out of range, no style has a weight above 0, or the sum of the weights is infinite */
    public Request {
        requirePrompt("prompt", prompt);
        requirePrompt("negative prompt", negative);
        styles = List.copyOf(styles);
        if (!styles.isEmpty() && styles.stream().allMatch(style -> style.weight() == 0)) {
            throw new InvalidRequestException(
                    "all weights of the styles are 0; give one a weight above 0, or leave the styles out");
        }
        double sum = styles.stream().mapToDouble(WeightedStyle::weight).sum();
        if (Double.isInfinite(sum)) {
            throw new InvalidRequestException("the weights of the styles sum to " + sum
                    + "; only their proportion counts, so make all of them smaller");
        }
        if (strength != null && !(strength >= 0 && strength <= 1)) {
            throw new InvalidRequestException(
                    "the strength of the style is " + strength + "; expected 0 (no style) to 1 (all of it)");
        }
        Objects.requireNonNull(guidance, "guidance");
        requireCount("number of steps", steps == null ? 1 : steps, MOST_STEPS);
        requireCount("number of pictures", count, MOST_PICTURES);
        Objects.requireNonNull(listener, "listener");
    }

    /** A request for one picture of a prompt, with a random seed and all else as the model likes it. */
    public static Request of(String prompt) {
        return builder().prompt(prompt).build();
    }

    /** A builder of a request for one picture without a prompt, with a random seed and all else as the model likes it. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this request. */
    public Builder toBuilder() {
        return new Builder()
                .prompt(prompt)
                .negative(negative)
                .styles(styles)
                .strength(strength)
                .guidance(guidance)
                .steps(steps)
                .sampler(sampler)
                .size(size)
                .seed(seed)
                .count(count)
                .init(init)
                .listener(listener);
    }

    /** With another prompt. */
    public Request prompt(String prompt) {
        return toBuilder().prompt(prompt).build();
    }

    /** With a description of what to keep away from. */
    public Request negative(String negative) {
        return toBuilder().negative(negative).build();
    }

    /** With these styles only. */
    public Request styles(List<WeightedStyle> styles) {
        return toBuilder().styles(styles).build();
    }

    /** With one style more, of weight 1. */
    public Request style(StyleCode code) {
        return style(code, 1);
    }

    /** With one style more. */
    public Request style(StyleCode code, double weight) {
        return plus(new WeightedStyle(null, code, weight));
    }

    /** With one style more, of weight 1; a model with another id will refuse it. */
    public Request style(SharedCode code) {
        return style(code, 1);
    }

    /** With one style more; a model with another id will refuse it. */
    public Request style(SharedCode code, double weight) {
        return plus(new WeightedStyle(code.model(), code.code(), weight));
    }

    /** With one style more, as a person wrote it. */
    public Request style(CodeText code, double weight) {
        return plus(WeightedStyle.of(code, weight));
    }

    /** With the style followed this far, 0 to 1. */
    public Request strength(double strength) {
        return toBuilder().strength(strength).build();
    }

    /** With this guidance. */
    public Request guidance(Guidance guidance) {
        return toBuilder().guidance(guidance).build();
    }

    /** With the prompt amplified by this scale. */
    public Request guidance(double text) {
        return guidance(guidance.text(text));
    }

    /** With so many steps. */
    public Request steps(int steps) {
        return toBuilder().steps(steps).build();
    }

    /** With this sampler. */
    public Request sampler(Sampler sampler) {
        return toBuilder().sampler(sampler).build();
    }

    /** In this size, in pixels. */
    public Request size(int width, int height) {
        return size(new Size(width, height));
    }

    /** In this size. */
    public Request size(Size size) {
        return toBuilder().size(size).build();
    }

    /** With noise from this seed. */
    public Request seed(long seed) {
        return toBuilder().seed(seed).build();
    }

    /** For so many pictures. */
    public Request count(int count) {
        return toBuilder().count(count).build();
    }

    /** Starting from a picture, of which so much may change. */
    public Request init(Picture picture, double strength) {
        return toBuilder().init(new InitPicture(picture, strength)).build();
    }

    /** With this listener. */
    public Request listener(ProgressListener listener) {
        return toBuilder().listener(listener).build();
    }

    /**
     * The mix of the styles.
     *
     * @throws IllegalStateException if there are none
     */
    public StyleCode mix() {
        if (styles.isEmpty()) {
            throw new IllegalStateException("the request has no styles to mix");
        }
        return StyleCode.mix(styles.stream()
                .map(style -> new WeightedCode(style.code(), style.weight()))
                .toList());
    }

    private Request plus(WeightedStyle style) {
        List<WeightedStyle> more = new ArrayList<>(styles);
        more.add(style);
        return styles(more);
    }

    private static void requirePrompt(String name, @Nullable String text) {
        if (text == null) {
            throw new InvalidRequestException("the " + name + " is null; expected a text, which may be empty");
        }
        if (text.length() > LONGEST_PROMPT) {
            throw new InvalidRequestException(
                    "the " + name + " has " + text.length() + " characters; expected at most " + LONGEST_PROMPT);
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) { // which no text of a PNG can hold
            throw new InvalidRequestException("the " + name + " has the character U+0000 at " + nul + "; remove it");
        }
    }

    private static void requireCount(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidRequestException("the " + name + " is " + value + "; expected 1 to " + most);
        }
    }

    /**
     * Builds a request. Null means the same as in the request: up to the model, or a random seed. Not thread-safe; the requests
     * that it builds are.
     */
    public static final class Builder {
        private String prompt = "";
        private String negative = "";
        private List<WeightedStyle> styles = List.of();
        private @Nullable Double strength;
        private Guidance guidance = Guidance.DEFAULT;
        private @Nullable Integer steps;
        private @Nullable Sampler sampler;
        private @Nullable Size size;
        private @Nullable Long seed;
        private int count = 1;
        private @Nullable InitPicture init;
        private ProgressListener listener = ProgressListener.NONE;

        private Builder() {}

        /** What to draw; may be empty. */
        public Builder prompt(String prompt) {
            this.prompt = prompt;
            return this;
        }

        /** What to keep away from; may be empty. */
        public Builder negative(String negative) {
            this.negative = negative;
            return this;
        }

        /** The styles; none for the model without a style. */
        public Builder styles(List<WeightedStyle> styles) {
            this.styles = styles;
            return this;
        }

        /** How far the model follows the style, 0 to 1. */
        public Builder strength(@Nullable Double strength) {
            this.strength = strength;
            return this;
        }

        /** How strongly prompt and style are amplified. */
        public Builder guidance(Guidance guidance) {
            this.guidance = guidance;
            return this;
        }

        /** The number of steps, 1 to {@value #MOST_STEPS}. */
        public Builder steps(@Nullable Integer steps) {
            this.steps = steps;
            return this;
        }

        /** The sampler. */
        public Builder sampler(@Nullable Sampler sampler) {
            this.sampler = sampler;
            return this;
        }

        /** The size of each picture. */
        public Builder size(@Nullable Size size) {
            this.size = size;
            return this;
        }

        /** The seed of the first picture. */
        public Builder seed(@Nullable Long seed) {
            this.seed = seed;
            return this;
        }

        /** How many pictures, 1 to {@value #MOST_PICTURES}. */
        public Builder count(int count) {
            this.count = count;
            return this;
        }

        /** The picture to start from. */
        public Builder init(@Nullable InitPicture init) {
            this.init = init;
            return this;
        }

        /** The listener that is told of every step. */
        public Builder listener(ProgressListener listener) {
            this.listener = listener;
            return this;
        }

        /**
         * The request.
         *
         * @throws InvalidRequestException if a prompt is null, a value is out of range, or no style has a weight above 0
         */
        public Request build() {
            return new Request(
                    prompt, negative, styles, strength, guidance, steps, sampler, size, seed, count, init, listener);
        }
    }
}
