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
 * What is to be drawn. Immutable; every method that sets something returns another request.
 *
 * <pre>{@code
 * Request.of("a house on a hill").style(code).strength(0.7).size(640, 512).seed(238).count(4)
 * }</pre>
 *
 * <p>What is null is up to the model; {@link Generation#request()} tells what it chose. The same request gives the same
 * pictures, to the byte, on one kind of machine.
 *
 * @param prompt what to draw; may be empty
 * @param negative what to keep away from; may be empty
 * @param styles mixed in proportion to their weights; none for the model without a style
 * @param strength how far the model follows the style, 0 (not at all) to 1
 * @param guidance how strongly prompt and style are amplified
 * @param steps 1 to {@value #MOST_STEPS}
 * @param sampler the way through the steps
 * @param size of each picture
 * @param seed of the first picture; the next ones have the seeds that follow, so that each can be drawn again alone
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
        long seed,
        int count,
        @Nullable InitPicture init,
        ProgressListener listener) {
    /** The most steps that a request may ask for. */
    public static final int MOST_STEPS = 1000;

    /** The most pictures that a request may ask for. */
    public static final int MOST_PICTURES = 1000;

    /** The most characters of a prompt; models read far fewer. */
    public static final int LONGEST_PROMPT = 100_000;

    /** @throws InvalidRequestException if a value is out of range, or no style has a weight above 0 */
    public Request {
        requirePrompt("prompt", prompt);
        requirePrompt("negative prompt", negative);
        styles = List.copyOf(styles);
        if (!styles.isEmpty() && styles.stream().allMatch(style -> style.weight() == 0)) {
            throw new InvalidRequestException(
                    "all weights of the styles are 0; give one a weight above 0, or leave the styles out");
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

    /** A request for one picture of a prompt, with seed 0 and all else as the model likes it. */
    public static Request of(String prompt) {
        return new Request(
                prompt, "", List.of(), null, Guidance.DEFAULT, null, null, null, 0, 1, null, ProgressListener.NONE);
    }

    /** With another prompt. */
    public Request prompt(String prompt) {
        return new Request(
                prompt, negative, styles, strength, guidance, steps, sampler, size, seed, count, init, listener);
    }

    /** With a description of what to keep away from. */
    public Request negative(String negative) {
        return new Request(
                prompt, negative, styles, strength, guidance, steps, sampler, size, seed, count, init, listener);
    }

    /** With these styles only. */
    public Request styles(List<WeightedStyle> styles) {
        return new Request(
                prompt, negative, styles, strength, guidance, steps, sampler, size, seed, count, init, listener);
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
        return plus(new WeightedStyle(code.model(), code.code(), 1));
    }

    /** With one style more, as a person wrote it. */
    public Request style(CodeText code, double weight) {
        return plus(WeightedStyle.of(code, weight));
    }

    /** With the style followed this far, 0 to 1. */
    public Request strength(double strength) {
        return new Request(
                prompt, negative, styles, strength, guidance, steps, sampler, size, seed, count, init, listener);
    }

    /** With this guidance. */
    public Request guidance(Guidance guidance) {
        return new Request(
                prompt, negative, styles, strength, guidance, steps, sampler, size, seed, count, init, listener);
    }

    /** With the prompt amplified by this scale. */
    public Request guidance(double text) {
        return guidance(guidance.text(text));
    }

    /** With so many steps. */
    public Request steps(int steps) {
        return new Request(
                prompt, negative, styles, strength, guidance, steps, sampler, size, seed, count, init, listener);
    }

    /** With this sampler. */
    public Request sampler(Sampler sampler) {
        return new Request(
                prompt, negative, styles, strength, guidance, steps, sampler, size, seed, count, init, listener);
    }

    /** In this size, in pixels. */
    public Request size(int width, int height) {
        return size(new Size(width, height));
    }

    /** In this size. */
    public Request size(Size size) {
        return new Request(
                prompt, negative, styles, strength, guidance, steps, sampler, size, seed, count, init, listener);
    }

    /** With noise from this seed. */
    public Request seed(long seed) {
        return new Request(
                prompt, negative, styles, strength, guidance, steps, sampler, size, seed, count, init, listener);
    }

    /** For so many pictures. */
    public Request count(int count) {
        return new Request(
                prompt, negative, styles, strength, guidance, steps, sampler, size, seed, count, init, listener);
    }

    /** Starting from a picture, of which so much may change. */
    public Request init(Picture picture, double strength) {
        InitPicture start = new InitPicture(picture, strength);
        return new Request(
                prompt, negative, styles, this.strength, guidance, steps, sampler, size, seed, count, start, listener);
    }

    /** With this listener. */
    public Request listener(ProgressListener listener) {
        return new Request(
                prompt, negative, styles, strength, guidance, steps, sampler, size, seed, count, init, listener);
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

    private static void requirePrompt(String name, String text) {
        if (text.length() > LONGEST_PROMPT) {
            throw new InvalidRequestException(
                    "the " + name + " has " + text.length() + " characters; expected at most " + LONGEST_PROMPT);
        }
    }

    private static void requireCount(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidRequestException("the " + name + " is " + value + "; expected 1 to " + most);
        }
    }
}
