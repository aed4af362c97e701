package org.stylecodes.studio.store.sql;

import org.jdbi.v3.core.Handle;

/** What the two databases say differently. */
enum Dialect {
    SQLITE(false, "", "", "", "instr", "CAST(ROUND((julianday('now') - 2440587.5) * 86400000) AS INTEGER)"),
    POSTGRES(
            true,
            "FOR UPDATE",
            "FOR UPDATE SKIP LOCKED",
            "COLLATE \"C\"",
            "strpos",
            "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)");

    private final boolean shared;
    private final String forUpdate;
    private final String skipLocked;
    private final String byCharacters;
    private final String position;
    private final String now;

    Dialect(boolean shared, String forUpdate, String skipLocked, String byCharacters, String position, String now) {
        this.shared = shared;
        this.forUpdate = forUpdate;
        this.skipLocked = skipLocked;
        this.byCharacters = byCharacters;
        this.position = position;
        this.now = now;
    }

    /** Whether several processes may work on one database. */
    boolean shared() {
        return shared;
    }

    /**
     * Makes transactions that lock the same thing wait for one another until they end; in SQLite all that write do anyhow.
     *
     * @param thing names it
     */
    void lock(Handle handle, String thing) {
        if (shared) {
            handle.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || :thing, 0))")
                    .bind("thing", thing)
                    .mapTo(String.class)
                    .one();
        }
    }

    /** Ends a query for a row that no other transaction may change until the end of this one. */
    String forUpdate() {
        return forUpdate;
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

    /** The time by the clock that all servers share, in milliseconds since 1970. */
    String now() {
        return now;
    }
}
