package org.stylecodes.image.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Common picture formats that cannot be read. Their first bytes identify them, so that the error message can name them. */
enum UnreadFormat {
    TIFF("a TIFF picture", "II\\*\0", "MM\0\\*", "II\\+\0", "MM\0\\+"), // the last two are BigTIFF
    AVIF("an AVIF picture", "....ftypavi[fs]"),
    HEIC("a HEIC picture", "....ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)"),
    PSD("a Photoshop file", "8BPS"),
    PDF("a PDF document", "%PDF-"),
    // A byte order mark, declarations and comments may precede the element.
    SVG("an SVG drawing", "(?:\u00ef\u00bb\u00bf)?\\s*+<(?:[?!](?!(?i:doctype html)).*?<)?svg\\b");

    private static final int LONGEST = 4096;

    private final String title;
    private final List<Pattern> starts;

    UnreadFormat(String title, String... starts) {
        this.title = title;
        this.starts = Stream.of(starts)
                .map(start -> Pattern.compile(start, Pattern.DOTALL))
                .toList();
    }

    /** Finds the format from the first bytes of a file. */
    static Optional<UnreadFormat> of(byte[] file) {
        // In Latin-1, every byte is one character.
        String start = new String(file, 0, Math.min(file.length, LONGEST), StandardCharsets.ISO_8859_1);
        return Stream.of(values())
                .filter(format -> format.starts.stream()
                        .anyMatch(pattern -> pattern.matcher(start).lookingAt()))
                .findFirst();
    }

    /** Returns the name with its article. */
    @Override
    public String toString() {
        return title;
    }
}
