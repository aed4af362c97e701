package org.stylecodes.studio.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The records of stored pictures. Thread-safe. */
public interface PictureRecords {
    /** Adds a picture and marks it as used now. Other fields of a known picture are left unchanged. */
    void add(PictureInfo picture);

    /** Finds a picture by its id. */
    Optional<PictureInfo> find(String id);

    /**
     * Removes the records of pictures that nothing refers to and that were last used before a time.
     *
     * @param remove removes the files of a picture; meanwhile nobody can add the same picture
     * @return the number of removed pictures
     */
    int removeUnused(Instant before, Consumer<String> remove);
}
