package org.stylecodes.studio;

import java.sql.SQLException;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = PostgresSchema.VARIABLE, matches = ".+")
class PostgresApiTest extends ApiTest {
    private PostgresSchema schema;

    @Override
    StudioOptions on(StudioOptions options) throws SQLException {
        schema = PostgresSchema.create();
        return options.database(schema.database());
    }

    @Override
    void afterwards() throws SQLException {
        schema.close();
    }
}
