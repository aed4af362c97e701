package org.stylecodes.studio.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.StyleCode;

/** The records of kept styles. Thread-safe. */
public interface StyleRecords {
    /** A tag with the number of styles that have it. */
    record TagCount(String tag, int count) {}

    /**
     * The code of a style.
     *
     * @param style the id of the style
     */
    record CodeEntry(UUID style, StyleCode code) {}

    /**
     * A style in an overview of the whole gallery.
     *
     * @param picture the reference picture or else a sample; null if there is neither
     */
    record Summary(
            UUID id, StyleCode code, String name, @Nullable PictureInfo picture) {}

    /** Adds styles, all or none of them. */
    void add(List<Style> styles);

    /**
     * Adds the styles whose codes are not kept yet. If several have the same code, only the first is added. Concurrent
     * additions wait.
     *
     * @return the styles that were added
     */
    List<Style> addNew(List<Style> styles);

    /** Adds all styles if no style of the model is kept yet; returns false otherwise. Concurrent additions wait. */
    boolean addFirst(String model, List<Style> styles);

    /**
     * Changes a style. Concurrent changes of the same style wait, so no change is lost.
     *
     * @param change maps the current style to one with the same id; must not use the store
     * @return the changed style; empty if it does not exist
     */
    Optional<Style> change(UUID id, UnaryOperator<Style> change);

    /** Removes a style; false if it does not exist. */
    boolean remove(UUID id);

    /** Finds a style by its id. */
    Optional<Style> find(UUID id);

    /** Finds styles by their ids, at most a few hundred, in no particular order; unknown ids are left out. */
    List<Style> find(Collection<UUID> ids);

    /** Finds the style with a code; the oldest if there are several. */
    Optional<Style> find(String model, StyleCode code);

    /**
     * A page of styles.
     *
     * @param after where the previous page ended; null for the first page
     */
    List<Style> page(StyleQuery query, StyleQuery.Order order, int count, @Nullable StyleCursor after);

    /**
     * The codes of the styles of a model, oldest first.
     *
     * @param most the most codes to return
     */
    List<CodeEntry> codes(String model, int most);

    /**
     * Summaries of the styles of a model, oldest first.
     *
     * @param prompts the prompts of the samples, in order of preference, that can represent a style without a reference picture
     * @param most the most summaries to return
     */
    List<Summary> summaries(String model, List<String> prompts, int most);

    /** The number of styles that match a query. */
    int count(StyleQuery query);

    /** The tags of all styles of a model, most frequent first. */
    List<TagCount> tags(String model);
}
