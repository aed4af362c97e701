package org.stylecodes.studio.store;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.stylecodes.studio.PostgresSchema;

@EnabledIfEnvironmentVariable(named = PostgresSchema.VARIABLE, matches = ".+")
class PostgresStoreTest extends StoreTest {
    private PostgresSchema schema;

    @Override
    Store open() throws SQLException {
        schema = PostgresSchema.create();
        return SqlStore.postgres(schema.database());
    }

    @AfterEach
    void removeSchema() throws SQLException {
        schema.close();
    }
}
