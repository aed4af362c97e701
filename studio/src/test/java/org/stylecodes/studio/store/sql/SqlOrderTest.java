package org.stylecodes.studio.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stylecodes.studio.store.StyleQuery;

class SqlOrderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aPageIsReadFromAnIndexAndNotSorted(StyleQuery.Order order) throws SQLException {
        Path file = folder.resolve("studio.db");
        SqlStore.file(file).close();
        SqlOrder sql = SqlOrder.of(order, Dialect.SQLITE);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet plan =
                        statement.executeQuery("EXPLAIN QUERY PLAN SELECT id FROM styles WHERE model = 'nano1' AND "
                                + sql.after() + " ORDER BY " + sql.by() + " LIMIT 25")) {
            plan.next();
            String step = plan.getString("detail");
            assertTrue(step.startsWith("SEARCH styles USING COVERING INDEX styles_"), step);
            assertEquals(false, plan.next()); // a sort would be a second step
        }
    }
}
