package org.stylecodes.studio.gallery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Styles as they travel from one studio to another.
 *
 * @param format {@link #FORMAT}
 * @param version {@link #VERSION}; a higher one may mean something else
 * @param model the id of the model that the codes belong to
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StyleCollection(String format, int version, String model, List<Entry> styles) {
    /** What the format is called, and the keyword of its text in a PNG. */
    public static final String FORMAT = "stylecodes-collection";

    static final int VERSION = 1;

    /**
     * A style.
     *
     * @param code in the shared form
     * @param thumbnail the reference as a data URL of a small PNG; null where there is none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String code,
            String name,
            @Nullable List<String> tags,
            @Nullable String note,
            @Nullable Boolean favourite,
            @Nullable String thumbnail) {}

    /** A style that was not taken, and why. */
    public record Refusal(String name, String reason) {}

    /**
     * What became of the styles that were brought.
     *
     * @param added how many are new here
     * @param known how many codes were here before
     */
    public record Import(int added, int known, List<Refusal> refused) {}
}
