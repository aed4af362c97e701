package org.stylecodes.studio.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.StyleCode;

/** The styles that people kept. Thread-safe. */
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
     * What an overview of the whole gallery shows of a style.
     *
     * @param picture the reference or else a sample; null while there is neither
     */
    record Summary(
            UUID id, StyleCode code, String name, @Nullable PictureInfo picture) {}

    /** Adds styles, all or none of them. */
    void add(List<Style> styles);

    /**
     * Adds those styles whose codes nobody kept yet, of several with one code the first. Whoever adds styles meanwhile waits.
     *
     * @return the ones that were added
     */
    List<Style> addNew(List<Style> styles);

    /** Adds styles of a model, all of them, if none of that model was kept yet. Whoever adds styles meanwhile waits. */
    boolean addFirst(String model, List<Style> styles);

    /**
     * Changes a style. Whoever changes the same one waits, so that no change is lost.
     *
     * @param change of a style as it is now to one with the same id; must not use the store
     * @return the changed style; empty if it is gone
     */
    Optional<Style> change(UUID id, UnaryOperator<Style> change);

    /** Removes a style; false if it is gone. */
    boolean remove(UUID id);

    /** The style of an id. */
    Optional<Style> find(UUID id);

    /** The styles of some ids, a few hundred at most, in no order; ids that are not known are left out. */
    List<Style> find(Collection<UUID> ids);

    /** A style of a code; of several the oldest. */
    Optional<Style> find(String model, StyleCode code);

    /**
     * A page of styles.
     *
     * @param after where the page before ended; null for the first page
     */
    List<Style> page(StyleQuery query, StyleQuery.Order order, int count, @Nullable StyleCursor after);

    /** The codes of all styles of a model, but at most some, the oldest first. */
    List<CodeEntry> codes(String model, int most);

    /**
     * Summaries of all styles of a model, but at most some, the oldest first.
     *
     * @param prompts whose samples stand for a style that has no reference: that of the first one that is drawn
     */
    List<Summary> summaries(String model, List<String> prompts, int most);

    /** How many styles there are. */
    int count(StyleQuery query);

    /** The tags of all styles of a model, the most frequent first. */
    List<TagCount> tags(String model);
}
