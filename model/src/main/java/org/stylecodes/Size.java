package org.stylecodes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of a picture to draw. Every model takes multiples of its {@link ModelInfo#sizeStep()}, and draws best at the size
 * it was trained for.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record Size(int width, int height) {
    /** The longest side that is drawn, in pixels. */
    public static final int LONGEST = 4096;

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})[xX×](\\d{1,5})");

    /** @throws InvalidRequestException if a side is below 1 or above {@link #LONGEST} */
    public Size {
        if (width < 1 || height < 1 || width > LONGEST || height > LONGEST) {
            throw new InvalidRequestException(
                    "the size is " + width + "x" + height + "; expected sides of 1 to " + LONGEST + " pixels");
        }
    }

    /**
     * Reads {@code 640x512}: width, then height.
     *
     * @throws InvalidRequestException if the text is anything else
     */
    public static Size parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InvalidRequestException("'" + text + "' is no size; expected WIDTHxHEIGHT, such as 512x512");
        }
        return new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
