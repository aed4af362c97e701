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
 * A request for pictures. Immutable: every method that sets a component returns a new request. To set many components at once, use
 * {@link #builder()}.
 *
 * <pre>{@code
 * Request.of("a house on a hill").style(code).strength(0.7).size(640, 512).seed(238).count(4)
 * }</pre>
 *
 * <p>Components that are null take the model's defaults, except the seed, which is chosen at random. {@link Generation#request()} has
 * the values that were used. Without a seed, a request gives different pictures each time. With a seed it gives the same pictures, to
 * the byte, on one kind of machine.
 *
 * @param prompt what to draw; may be empty
 * @param negative what the pictures should not show; may be empty
 * @param styles the styles, mixed in proportion to their weights; empty to draw without a style
 * @param strength how strongly the style acts, 0 (not at all) to 1
 * @param guidance how strongly the prompt and the style are amplified
 * @param steps the number of sampling steps, 1 to {@value #MOST_STEPS}
 * @param sampler the sampling method
 * @param size the size of each picture
 * @param seed the seed of the first picture. The pictures have consecutive seeds, so each can be drawn again alone. Null for a random
 *     seed from 0 to 2<sup>32</sup> - 1
 * @param count the number of pictures, 1 to {@value #MOST_PICTURES}
 * @param init the picture to start from; null to start from pure noise
 * @param precision the numbers that the networks compute with; null for those of the model as it was opened
 * @param listener receives the progress after every step
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
        @Nullable Precision precision,
        ProgressListener listener) {
    /** The most steps that a request may ask for. */
    public static final int MOST_STEPS = 1000;

    /** The most pictures that a request may ask for. */
    public static final int MOST_PICTURES = 1000;

    /** The most characters of a prompt. Models read far fewer. */
    public static final int LONGEST_PROMPT = 100_000;

    /**
     * Checks the components.
     *
     * @throws InvalidRequestException if a prompt is null, a value is out of range, no style has a weight above 0, or the sum of
     *     the weights is infinite
     */
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

    /** Creates a request for one picture of a prompt, with a random seed and the model's defaults. */
    public static Request of(String prompt) {
        return builder().prompt(prompt).build();
    }

    /** Creates a builder. Unless changed, it builds a request for one picture with an empty prompt, a random seed and the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Creates a builder that starts with the components of this request. */
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
                .precision(precision)
                .listener(listener);
    }

    /** Returns a request with this prompt. */
    public Request prompt(String prompt) {
        return toBuilder().prompt(prompt).build();
    }

    /** Returns a request with this negative prompt, a description of what the pictures should not show. */
    public Request negative(String negative) {
        return toBuilder().negative(negative).build();
    }

    /** Returns a request with these styles in place of its own. */
    public Request styles(List<WeightedStyle> styles) {
        return toBuilder().styles(styles).build();
    }

    /** Returns a request with another style added, with weight 1. */
    public Request style(StyleCode code) {
        return style(code, 1);
    }

    /** Returns a request with another style added. */
    public Request style(StyleCode code, double weight) {
        return plus(new WeightedStyle(null, code, weight));
    }

    /** Returns a request with another style added, with weight 1. A model with another id refuses the request. */
    public Request style(SharedCode code) {
        return style(code, 1);
    }

    /** Returns a request with another style added. A model with another id refuses the request. */
    public Request style(SharedCode code, double weight) {
        return plus(new WeightedStyle(code.model(), code.code(), weight));
    }

    /** Returns a request with another style added, from a code as a person wrote it. */
    public Request style(CodeText code, double weight) {
        return plus(WeightedStyle.of(code, weight));
    }

    /** Returns a request with this strength of the style, 0 (not at all) to 1. */
    public Request strength(double strength) {
        return toBuilder().strength(strength).build();
    }

    /** Returns a request with this guidance. */
    public Request guidance(Guidance guidance) {
        return toBuilder().guidance(guidance).build();
    }

    /** Returns a request whose prompt is amplified by this scale. */
    public Request guidance(double text) {
        return guidance(guidance.text(text));
    }

    /** Returns a request with the settings of a preset. */
    public Request preset(Preset preset) {
        return preset.on(this).build();
    }

    /** Returns a request with this number of steps, 1 to {@value #MOST_STEPS}. */
    public Request steps(int steps) {
        return toBuilder().steps(steps).build();
    }

    /** Returns a request with this sampler. */
    public Request sampler(Sampler sampler) {
        return toBuilder().sampler(sampler).build();
    }

    /** Returns a request for pictures of this size in pixels. */
    public Request size(int width, int height) {
        return size(new Size(width, height));
    }

    /** Returns a request for pictures of this size. */
    public Request size(Size size) {
        return toBuilder().size(size).build();
    }

    /** Returns a request with this seed for its first picture. */
    public Request seed(long seed) {
        return toBuilder().seed(seed).build();
    }

    /** Returns a request for this number of pictures, 1 to {@value #MOST_PICTURES}. */
    public Request count(int count) {
        return toBuilder().count(count).build();
    }

    /**
     * Returns a request that starts from a picture.
     *
     * @param strength how much of the picture may change, above 0 to 1 (redraw everything)
     */
    public Request init(Picture picture, double strength) {
        return toBuilder().init(new InitPicture(picture, strength)).build();
    }

    /** Returns a request that the model draws in this precision. A model that was opened in another one loads its weights again. */
    public Request precision(Precision precision) {
        return toBuilder().precision(precision).build();
    }

    /** Returns a request with this listener. */
    public Request listener(ProgressListener listener) {
        return toBuilder().listener(listener).build();
    }

    /**
     * Returns the mix of the styles.
     *
     * @throws IllegalStateException if there are no styles
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
        if (nul >= 0) { // the texts in a PNG cannot hold this character
            throw new InvalidRequestException("the " + name + " has the character U+0000 at " + nul + "; remove it");
        }
    }

    private static void requireCount(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidRequestException("the " + name + " is " + value + "; expected 1 to " + most);
        }
    }

    /**
     * Builds a request. Null has the same meaning as in {@link Request}: the model's default, or a random seed. The builder is not
     * thread-safe; the requests that it builds are.
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
        private @Nullable Precision precision;
        private ProgressListener listener = ProgressListener.NONE;

        private Builder() {}

        /** Sets what to draw; may be empty. */
        public Builder prompt(String prompt) {
            this.prompt = prompt;
            return this;
        }

        /** Sets what the pictures should not show; may be empty. */
        public Builder negative(String negative) {
            this.negative = negative;
            return this;
        }

        /** Sets the styles; empty to draw without a style. */
        public Builder styles(List<WeightedStyle> styles) {
            this.styles = styles;
            return this;
        }

        /** Sets how strongly the style acts, 0 (not at all) to 1. */
        public Builder strength(@Nullable Double strength) {
            this.strength = strength;
            return this;
        }

        /** Sets how strongly the prompt and the style are amplified. */
        public Builder guidance(Guidance guidance) {
            this.guidance = guidance;
            return this;
        }

        /** Sets the number of steps, 1 to {@value #MOST_STEPS}. */
        public Builder steps(@Nullable Integer steps) {
            this.steps = steps;
            return this;
        }

        /** Sets the sampler. */
        public Builder sampler(@Nullable Sampler sampler) {
            this.sampler = sampler;
            return this;
        }

        /** Sets the size of each picture. */
        public Builder size(@Nullable Size size) {
            this.size = size;
            return this;
        }

        /** Sets the seed of the first picture; null for a random seed. */
        public Builder seed(@Nullable Long seed) {
            this.seed = seed;
            return this;
        }

        /** Sets the number of pictures, 1 to {@value #MOST_PICTURES}. */
        public Builder count(int count) {
            this.count = count;
            return this;
        }

        /** Sets the picture to start from; null to start from pure noise. */
        public Builder init(@Nullable InitPicture init) {
            this.init = init;
            return this;
        }

        /** Sets the numbers that the networks compute with. */
        public Builder precision(@Nullable Precision precision) {
            this.precision = precision;
            return this;
        }

        /** Sets the listener that receives the progress after every step. */
        public Builder listener(ProgressListener listener) {
            this.listener = listener;
            return this;
        }

        /**
         * Builds the request.
         *
         * @throws InvalidRequestException if a prompt is null, a value is out of range, no style has a weight above 0, or the sum of the
         *     weights is infinite
         */
        public Request build() {
            return new Request(
                    prompt, negative, styles, strength, guidance, steps, sampler, size, seed, count, init, precision,
                    listener);
        }
    }
}
