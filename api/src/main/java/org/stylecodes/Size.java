package org.stylecodes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stylecodes.error.InvalidRequestException;

/**
 * The size of a picture to draw. A model draws only multiples of its {@link ModelInfo#sizeStep()}, and draws best at the size that it
 * was trained for.
 *
 * @param width the width in pixels, 1 to {@value #LONGEST}
 * @param height the height in pixels, 1 to {@value #LONGEST}
 */
public record Size(int width, int height) {
    /** The longest side that is drawn, in pixels. */
    public static final int LONGEST = 4096;

    private static final int MOST_DIGITS = 9; // any number of 9 digits is an int
    private static final Pattern FORM = Pattern.compile("0*(\\d+)[xX×]0*(\\d+)");

    /**
     * Checks the sides.
     *
     * @throws InvalidRequestException if a side is below 1 or above {@link #LONGEST}
     */
    public Size {
        if (width > LONGEST || height > LONGEST) {
            throw tooLarge(width + "x" + height);
        }
        if (width < 1 || height < 1) {
            throw new InvalidRequestException(
                    "the size is " + width + "x" + height + "; expected sides of 1 to " + LONGEST + " pixels");
        }
    }

    /**
     * Reads a width and a height, such as {@code 640x512}.
     *
     * @throws InvalidRequestException if the text is not a size, or a side is out of range
     */
    public static Size parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InvalidRequestException("'" + text + "' is not a size; expected WIDTHxHEIGHT, such as 512x512");
        }
        if (matcher.group(1).length() > MOST_DIGITS || matcher.group(2).length() > MOST_DIGITS) {
            throw tooLarge(text.strip());
        }
        return new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private static InvalidRequestException tooLarge(String size) {
        return new InvalidRequestException(
                "the size is " + size + ", which is too large; sides have at most " + LONGEST + " pixels");
    }

    /** Returns the width and the height, such as {@code 640x512}, which {@link #parse} reads. */
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
