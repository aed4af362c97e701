package org.stylecodes.studio.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What is known of the pictures that are kept. Thread-safe. */
public interface PictureRecords {
    /** Notes a picture and that it was used now; one that is known already stays as it is otherwise. */
    void add(PictureInfo picture);

    /** The picture of an id. */
    Optional<PictureInfo> find(String id);

    /**
     * Forgets pictures that nothing names and that were last used before a time.
     *
     * @param remove removes what else there is of a picture; nobody can add the same one meanwhile
     * @return how many there were
     */
    int removeUnused(Instant before, Consumer<String> remove);
}
