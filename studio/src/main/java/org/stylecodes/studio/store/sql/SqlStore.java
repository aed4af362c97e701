package org.stylecodes.studio.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.studio.store.JobRecords;
import org.stylecodes.studio.store.PictureRecords;
import org.stylecodes.studio.store.SampleRecords;
import org.stylecodes.studio.store.Store;
import org.stylecodes.studio.store.StyleRecords;

/** The store in SQL. Values from requests are always bound as parameters and never become part of a statement. Thread-safe. */
public final class SqlStore implements Store {
    private static final int CONNECTIONS = 8;
    private static final long CONNECT_MILLIS = 10_000;
    private static final String MIGRATIONS = "classpath:org/stylecodes/studio/migrations";

    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final Dialect dialect;

    private SqlStore(HikariDataSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
        this.jdbi = Jdbi.create(source);
    }

    /**
     * Opens the store in an SQLite file, and creates the file if it does not exist. Only one process at a time may have it
     * open.
     */
    public static SqlStore file(Path file) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file.toAbsolutePath());
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL"); // confirmed changes survive a power cut
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("busy_timeout", "30000");
        // Otherwise two transactions that read before they write could block each other. For this reason, pure reads
        // are single statements.
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        return open(config, Dialect.SQLITE);
    }

    /**
     * Opens the store in a PostgreSQL database, which several servers may share.
     *
     * @param url a JDBC URL
     * @throws InvalidRequestException if the URL is not one of PostgreSQL
     */
    public static SqlStore postgres(String url) {
        if (!url.toLowerCase(Locale.ROOT).startsWith("jdbc:postgresql:") || !isKnownToADriver(url)) {
            throw new InvalidRequestException("the database URL is not one of PostgreSQL; expected"
                    + " jdbc:postgresql://HOST/NAME?user=USER&password=PASSWORD");
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        return open(config, Dialect.POSTGRES);
    }

    private static boolean isKnownToADriver(String url) {
        try {
            DriverManager.getDriver(url);
            return true;
        } catch (SQLException malformed) {
            return false;
        }
    }

    private static SqlStore open(HikariConfig config, Dialect dialect) {
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setPoolName("store");
        try {
            SqlStore store = new SqlStore(new HikariDataSource(config), dialect);
            try {
                Flyway.configure(SqlStore.class.getClassLoader())
                        .dataSource(store.source)
                        .locations(MIGRATIONS)
                        .placeholders(Map.of("byCharacters", dialect.byCharacters(), "position", dialect.position()))
                        .load()
                        .migrate();
                return store;
            } catch (RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (FlywayException | PoolInitializationException e) {
            throw new EnvironmentException("the database of the studio cannot be opened: " + firstLine(e), e);
        }
    }

    @Override
    public PictureRecords pictures() {
        return new SqlPictures(jdbi);
    }

    @Override
    public JobRecords jobs() {
        return new SqlJobs(jdbi, dialect);
    }

    @Override
    public StyleRecords styles() {
        return new SqlStyles(jdbi, dialect);
    }

    @Override
    public SampleRecords samples() {
        return new SqlSamples(jdbi, new SqlJobs(jdbi, dialect));
    }

    @Override
    public boolean isShared() {
        return dialect.shared();
    }

    @Override
    public boolean isAlive() {
        try {
            return jdbi.withHandle(handle ->
                    handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1);
        } catch (JdbiException unreachable) {
            return false;
        }
    }

    @Override
    public void close() {
        source.close();
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("");
    }
}
