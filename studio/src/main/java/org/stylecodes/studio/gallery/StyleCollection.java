package org.stylecodes.studio.gallery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exchange format for styles between studios.
 *
 * @param format always {@link #FORMAT}
 * @param version {@link #VERSION}; higher versions are refused
 * @param model the id of the model that the codes belong to
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StyleCollection(String format, int version, String model, List<Entry> styles) {
    /** The name of the format, and the keyword of the PNG text that carries a collection. */
    public static final String FORMAT = "stylecodes-collection";

    static final int VERSION = 1;

    /**
     * A style of a collection.
     *
     * @param code the code in the shared form
     * @param thumbnail the reference picture as a data URL of a small PNG; null if there is none
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

    /** A style that was not imported, and the reason. */
    public record Refusal(String name, String reason) {}

    /**
     * The result of an import.
     *
     * @param added how many styles were added
     * @param known how many codes the gallery had already
     */
    public record Import(int added, int known, List<Refusal> refused) {}
}
