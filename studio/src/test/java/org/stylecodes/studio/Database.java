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

    /** SQLite, and PostgreSQL where the environment names one. */
    public static Stream<Database> present() {
        return Stream.of(values())
                .filter(database -> database == SQLITE || System.getenv(PostgresSchema.VARIABLE) != null);
    }

    /** An empty database. */
    public abstract Opened open(Path folder) throws SQLException;

    /** A database that is removed in the end. */
    public record Opened(Path folder, @Nullable PostgresSchema schema) implements AutoCloseable {
        /** Its address, as the options of a studio have it. */
        public @Nullable String url() {
            return schema == null ? null : schema.database();
        }

        /** The store in it. */
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
