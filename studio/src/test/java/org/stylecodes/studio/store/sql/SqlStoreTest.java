package org.stylecodes.studio.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.error.InvalidRequestException;

class SqlStoreTest {
    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://localhost/x", "jdbc:postgresql://localhost:port/x"})
    void anAddressThatIsNotOneOfPostgresIsRefused(String address) {
        assertEquals(
                "the database URL is not one of PostgreSQL; expected"
                        + " jdbc:postgresql://HOST/NAME?user=USER&password=PASSWORD",
                assertThrows(InvalidRequestException.class, () -> SqlStore.postgres(address))
                        .getMessage());
    }
}
