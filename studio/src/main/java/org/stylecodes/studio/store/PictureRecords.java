package org.stylecodes.studio.store;

import java.util.Optional;

/** What is known of the pictures that are kept. Thread-safe. */
public interface PictureRecords {
    /** Notes a picture, whose file is there; one that is known already stays as it is. */
    void add(PictureInfo picture);

    /** The picture of an id. */
    Optional<PictureInfo> find(String id);
}
