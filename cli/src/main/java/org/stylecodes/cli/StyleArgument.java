package org.stylecodes.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stylecodes.StyleCodes;
import org.stylecodes.WeightedStyle;
import org.stylecodes.cli.code.WeightedText;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.InvalidCodeException;
import org.stylecodes.image.Picture;
import org.stylecodes.image.ReadOptions;

/**
 * A style as a user names it: a code in any form, or a picture that has the style.
 *
 * @param code the code; null if the user named a picture
 * @param file the picture's file; null if the user gave a code
 * @param picture the picture; null if the user gave a code
 * @param weight 0 or more
 */
record StyleArgument(
        @Nullable CodeText code,
        @Nullable Path file,
        @Nullable Picture picture,
        double weight) {
    /** Matches text that is about as long as a code in some form and is not a path. */
    private static final Pattern CODE = Pattern.compile("([^:/\\\\]{1,16}:)?[^:/\\\\\\s]{18,29}");

    private static final Pattern PICTURE =
            Pattern.compile("\\.(png|jpe?g|gif|bmp|webp|tiff?|avif|hei[cf]|psd|pdf|svg)$", Pattern.CASE_INSENSITIVE);

    /**
     * Reads {@code CODE} or {@code PICTURE}, optionally followed by {@code ::WEIGHT}. Text that can be read as a code is a code,
     * even if a file has the same name, because a code means the same in every folder.
     *
     * @param options how to read the picture
     * @throws BadValueException if the weight is not a number, or the picture does not exist or cannot be read
     * @throws InvalidCodeException if the text looks like a mistyped code
     */
    static StyleArgument parse(String argument, ReadOptions options) {
        WeightedText weighted = weighted(argument);
        String text = weighted.text();
        try {
            return new StyleArgument(CodeText.parse(text), null, null, weighted.weight());
        } catch (InvalidCodeException refusal) {
            if (isFile(text)) {
                Path file = Path.of(text);
                return new StyleArgument(null, file, InputFiles.picture(file, options), weighted.weight());
            }
            // Codes have no dot and nearly all names of pictures do, but a mistyped code may contain a dot.
            if (text.contains(".")
                    && (PICTURE.matcher(text).find()
                            || !CODE.matcher(text.strip()).matches())) {
                throw new BadValueException(text + ": there is no such file; expected a style code or a picture");
            }
            throw refusal;
        }
    }

    /** Returns the style for a model. If the style is a picture, the model encodes it. */
    WeightedStyle of(StyleCodes model) {
        return code != null
                ? WeightedStyle.of(code, weight)
                : new WeightedStyle(model.id(), model.encode(Objects.requireNonNull(picture)), weight);
    }

    private static WeightedText weighted(String argument) {
        try {
            return WeightedText.parse(argument);
        } catch (IllegalArgumentException refusal) {
            throw new BadValueException(String.valueOf(refusal.getMessage()));
        }
    }

    private static boolean isFile(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
