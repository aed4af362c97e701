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
 * A style as a user names it: a code in any form, or a picture that has the style. Exactly one of both is there.
 *
 * @param code the code, or null
 * @param file of the picture, or null
 * @param picture the picture, or null
 * @param weight 0 or more
 */
record StyleArgument(
        @Nullable CodeText code,
        @Nullable Path file,
        @Nullable Picture picture,
        double weight) {
    /** What is about as long as a code in any form, and no path. */
    private static final Pattern CODE = Pattern.compile("([^:/\\\\]{1,16}:)?[^:/\\\\\\s]{18,29}");

    private static final Pattern PICTURE =
            Pattern.compile("\\.(png|jpe?g|gif|bmp|webp|tiff?|avif|hei[cf]|psd|pdf|svg)$", Pattern.CASE_INSENSITIVE);

    /**
     * Reads {@code CODE}, {@code PICTURE}, or one of them with {@code ::WEIGHT} behind. What can be read as a code is one, even
     * where a file has the same name: a code means the same in every folder.
     *
     * @param options for the picture
     * @throws BadValueException if the weight is not a number, the text names neither, or the picture cannot be read
     * @throws InvalidCodeException if the text was meant for a code
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
            // No code has a point and nearly every picture does, but a code may have been mistyped with one.
            if (text.contains(".")
                    && (PICTURE.matcher(text).find()
                            || !CODE.matcher(text.strip()).matches())) {
                throw new BadValueException(text + ": there is no such picture");
            }
            throw refusal;
        }
    }

    /** The style for a model, which encodes the picture. */
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
