package org.stylecodes.studio.store;

/** What the two databases say differently. */
enum Dialect {
    SQLITE(false, "", ""),
    POSTGRES(true, "FOR UPDATE SKIP LOCKED", "COLLATE \"C\"");

    private final boolean shared;
    private final String skipLocked;
    private final String byCharacters;

    Dialect(boolean shared, String skipLocked, String byCharacters) {
        this.shared = shared;
        this.skipLocked = skipLocked;
        this.byCharacters = byCharacters;
    }

    /** Whether several processes may work on one database. */
    boolean shared() {
        return shared;
    }

    /** Ends a query for one row that no other transaction is changing; SQLite has one writer at a time anyhow. */
    String skipLocked() {
        return skipLocked;
    }

    /** Makes a text compare by its characters, whatever the language of the database. */
    String byCharacters() {
        return byCharacters;
    }
}
