package org.stylecodes.studio.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreTest {
    @TempDir
    private Path folder;

    @Override
    Store open() {
        return SqlStore.file(folder.resolve("studio.db"));
    }
}
