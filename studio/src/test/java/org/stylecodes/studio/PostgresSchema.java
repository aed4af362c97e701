package org.stylecodes.studio;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A new schema in the PostgreSQL database that the environment names. It is dropped when it is closed. */
public record PostgresSchema(String url, String name) implements AutoCloseable {
    /** The environment variable with the URL of a database. Tests that need a database are skipped without it. */
    public static final String VARIABLE = "STYLECODES_TEST_DATABASE";

    public static PostgresSchema create() throws SQLException {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        PostgresSchema schema = new PostgresSchema(System.getenv(VARIABLE), name);
        schema.execute("CREATE SCHEMA " + name);
        return schema;
    }

    /** The URL of the database with this schema. */
    public String database() {
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name;
    }

    @Override
    public void close() throws SQLException {
        execute("DROP SCHEMA " + name + " CASCADE");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
