package org.stylecodes.studio.store;

/** The orders in which the gallery is shown; styles that are equal in one follow by their ids. */
public enum StyleOrder {
    /** By creation, the newest first. */
    NEWEST,
    /** By creation, the oldest first. */
    OLDEST,
    /** By name, without regard to case. */
    NAME,
    /** Favourites first, within them the newest. */
    FAVOURITE
}
