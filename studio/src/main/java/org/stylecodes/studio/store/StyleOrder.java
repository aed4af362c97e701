package org.stylecodes.studio.store;

/** The orders in which the gallery can be listed. Ties are broken by id. */
public enum StyleOrder {
    /** By creation time, newest first. */
    NEWEST,
    /** By creation time, oldest first. */
    OLDEST,
    /** By name, ignoring case. */
    NAME,
    /** Favourites first, then by creation time, newest first. */
    FAVOURITE
}
