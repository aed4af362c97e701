package org.stylecodes.studio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.stylecodes.studio.PostgresSchema;
import org.stylecodes.studio.store.sql.SqlStore;

/** A database whose clock is set by the test and differs from the clock of this machine. */
@EnabledIfEnvironmentVariable(named = PostgresSchema.VARIABLE, matches = ".+")
class SharedClockTest {
    private static final Duration SILENCE = Duration.ofSeconds(20);

    @Test
    void silenceIsMeasuredByTheClockOfTheDatabase() throws SQLException {
        try (PostgresSchema schema = PostgresSchema.create();
                // PostgreSQL looks up names in this schema before pg_catalog.
                Store store = SqlStore.postgres(schema.database() + ",pg_catalog");
                Connection connection = DriverManager.getConnection(schema.database());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE clock (seconds INTEGER)");
            statement.execute("INSERT INTO clock VALUES (100)");
            statement.execute("CREATE FUNCTION clock_timestamp() RETURNS TIMESTAMPTZ LANGUAGE SQL AS"
                    + " 'SELECT to_timestamp(seconds) FROM " + schema.name() + ".clock'");
            Job job = Job.waiting(Job.Kind.GENERATION, "nano1", "{}", null, 1, 1);
            store.jobs().add(job, 1);
            store.jobs().claim("w", "nano1");
            statement.execute("UPDATE clock SET seconds = 110");
            store.jobs().heartbeat(job.id(), "w", job.progress());
            statement.execute("UPDATE clock SET seconds = 130");
            assertEquals(0, store.jobs().recover(SILENCE, 10, null));
            statement.execute("UPDATE clock SET seconds = 131");
            assertEquals(1, store.jobs().recover(SILENCE, 10, null));
        }
    }
}
