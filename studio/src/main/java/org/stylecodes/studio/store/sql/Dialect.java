package org.stylecodes.studio.store.sql;

import org.jdbi.v3.core.Handle;

/** The differences between the SQL of the two databases. */
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

    /** Whether several processes may use one database. */
    boolean shared() {
        return shared;
    }

    /**
     * Acquires a lock that the transaction holds until it ends. SQLite needs none, because it has one writer at a time.
     *
     * @param thing the name of the lock
     */
    void lock(Handle handle, String thing) {
        if (shared) {
            handle.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || :thing, 0))")
                    .bind("thing", thing)
                    .mapTo(String.class)
                    .one();
        }
    }

    /** The clause that locks the selected row until the transaction ends. */
    String forUpdate() {
        return forUpdate;
    }

    /** The clause that skips rows locked by other transactions. SQLite needs none, because it has one writer at a time. */
    String skipLocked() {
        return skipLocked;
    }

    /** The clause that compares text by code points, whatever the language of the database. */
    String byCharacters() {
        return byCharacters;
    }

    /** The function that finds one text in another, counting from 1; it returns 0 if there is no match. */
    String position() {
        return position;
    }

    /** The expression for the time of the database, which all servers share, in milliseconds since 1970. */
    String now() {
        return now;
    }
}
