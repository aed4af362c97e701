package org.stylecodes.train.drawing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a hand's drawings come from, pinned by version and digest.
 *
 * @param hand the hand
 * @param kind how the source holds drawings
 * @param tolerance by how much of 255 a channel may differ in a pack; shaded drawings shrink a lot when it is 1
 * @param npmPackage the package in the npm registry, as {@code NAME@VERSION}; empty if npm does not have it
 * @param sha256 the digest, in hexadecimal, of the package's .tgz file; without a package, of {@code file}
 * @param file the font or the folder of pictures within the source; empty for icons
 * @param origin where the author publishes the drawings
 */
record Source(
        Hand hand, Kind kind, int tolerance, Optional<String> npmPackage, String sha256, String file, String origin) {

    /** How a source holds drawings. */
    enum Kind {
        /** SVG pictures in the Iconify JSON format, by name. */
        ICONS,
        /** Glyphs of an OpenType font, by code point. */
        FONT,
        /** WebP files, by code points. */
        RASTERS
    }

    /** The sources that this version of the program knows. */
    static List<Source> all() {
        try (InputStream in = Objects.requireNonNull(Source.class.getResourceAsStream("sources.json"))) {
            List<Source> sources = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(in)) {
                Hand hand = new Hand(
                        node.get("id").asText(),
                        node.get("illustrator").asText(),
                        node.get("oneColour").asBoolean(),
                        node.get("heldOut").asBoolean(),
                        node.get("licence").asText(),
                        node.get("author").asText());
                sources.add(new Source(
                        hand,
                        Kind.valueOf(node.get("kind").asText().toUpperCase(Locale.ROOT)),
                        node.get("tolerance").asInt(),
                        node.has("package")
                                ? Optional.of(node.get("package").asText() + "@"
                                        + node.get("version").asText())
                                : Optional.empty(),
                        node.get("sha256").asText(),
                        node.path("file").asText(""),
                        node.get("origin").asText()));
            }
            return List.copyOf(sources);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the resource is part of the program
        }
    }
}
