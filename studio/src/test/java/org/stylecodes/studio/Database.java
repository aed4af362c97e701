package org.stylecodes.studio;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.studio.store.Store;
import org.stylecodes.studio.store.sql.SqlStore;

/** The databases that a studio is tested on. */
public enum Database {
    SQLITE {
        @Override
        public Opened open(Path folder) {
            return new Opened(folder, null);
        }
    },
    POSTGRES {
        @Override
        public Opened open(Path folder) throws SQLException {
            return new Opened(folder, PostgresSchema.create());
        }
    };

    /** SQLite, and PostgreSQL if the environment names a database. */
    public static Stream<Database> present() {
        return Stream.of(values())
                .filter(database -> database == SQLITE || System.getenv(PostgresSchema.VARIABLE) != null);
    }

    /** An empty database. */
    public abstract Opened open(Path folder) throws SQLException;

    /** A database that is removed when it is closed. */
    public record Opened(Path folder, @Nullable PostgresSchema schema) implements AutoCloseable {
        /** The JDBC URL for the options of a studio; null for SQLite. */
        public @Nullable String url() {
            return schema == null ? null : schema.database();
        }

        /** The store in the database. */
        public Store store() {
            return schema == null ? SqlStore.file(folder.resolve("studio.db")) : SqlStore.postgres(schema.database());
        }

        @Override
        public void close() throws SQLException {
            if (schema != null) {
                schema.close();
            }
        }
    }
}
