package org.stylecodes.studio.store;

/** What the two databases say differently. */
enum Dialect {
    SQLITE(false, "", "", "instr"),
    POSTGRES(true, "FOR UPDATE SKIP LOCKED", "COLLATE \"C\"", "strpos");

    private final boolean shared;
    private final String skipLocked;
    private final String byCharacters;
    private final String position;

    Dialect(boolean shared, String skipLocked, String byCharacters, String position) {
        this.shared = shared;
        this.skipLocked = skipLocked;
        this.byCharacters = byCharacters;
        this.position = position;
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

    /** The function that finds one text in another, counting from 1; 0 where it is not. */
    String position() {
        return position;
    }
}
