package org.stylecodes.studio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.studio.store.sql.SqlStore;

class ReadersTest {
    @TempDir
    private Path folder;

    @Test
    void readersOfAnSqliteFileDoNotWaitForWriters() throws SQLException {
        Path file = folder.resolve("studio.db");
        try (Store store = SqlStore.file(file);
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            Style style = RecordsTest.style("kept", 1, "warm");
            store.styles().add(List.of(style));
            Job job = RecordsTest.job(Job.Kind.GENERATION, 1);
            store.jobs().add(job, 1);
            statement.execute("BEGIN IMMEDIATE");
            assertEquals(Optional.of(job), store.jobs().find(job.id()));
            assertEquals(List.of(job), store.jobs().newest(9, null));
            assertEquals(Optional.of(style), store.styles().find(style.id()));
            assertEquals(Optional.of(style), store.styles().find("nano1", style.code()));
            assertEquals(List.of(style), store.styles().page(StyleQuery.all("nano1"), StyleQuery.Order.NAME, 9, null));
            assertEquals(1, store.styles().count(StyleQuery.all("nano1")));
        }
    }
}
