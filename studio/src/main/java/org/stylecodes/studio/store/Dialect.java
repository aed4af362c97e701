package org.stylecodes.studio.store;

/** What the two databases say differently. */
enum Dialect {
    SQLITE(false, "", "", "CAST(ROUND((julianday('now') - 2440587.5) * 86400000) AS INTEGER)"),
    POSTGRES(
            true,
            "FOR UPDATE SKIP LOCKED",
            "COLLATE \"C\"",
            "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)");

    private final boolean shared;
    private final String skipLocked;
    private final String byCharacters;
    private final String now;

    Dialect(boolean shared, String skipLocked, String byCharacters, String now) {
        this.shared = shared;
        this.skipLocked = skipLocked;
        this.byCharacters = byCharacters;
        this.now = now;
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

    /** The time by the clock that all servers share, in milliseconds since 1970. */
    String now() {
        return now;
    }
}
