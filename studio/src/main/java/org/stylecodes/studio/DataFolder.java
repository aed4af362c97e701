package org.stylecodes.studio;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.studio.store.Store;
import org.stylecodes.studio.store.sql.SqlStore;

/**
 * The data folder of a studio. Its SQLite file belongs to one process. With PostgreSQL, several processes may share the folder.
 */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private @Nullable FileChannel lockFile;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** Opens the folder, and creates it if it does not exist. */
    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            return new DataFolder(path);
        } catch (IOException e) {
            throw new EnvironmentException("cannot create the data folder " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * Opens the store. Close the store before this folder, even if opening the store failed.
     *
     * @param database the JDBC URL of a PostgreSQL database; null for an SQLite file in this folder
     * @throws EnvironmentException if another process has the SQLite file open, or the database cannot be opened
     */
    Store store(@Nullable String database) {
        if (database != null) {
            return SqlStore.postgres(database);
        }
        lock();
        return SqlStore.file(path.resolve("studio.db"));
    }

    private void lock() {
        try {
            lockFile =
                    FileChannel.open(path.resolve("studio.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lockFile.tryLock() == null) { // the operating system releases the lock when the process ends
                throw inUse();
            }
        } catch (OverlappingFileLockException e) {
            throw inUse();
        } catch (IOException e) {
            throw new EnvironmentException("cannot use the data folder " + path + ": " + e.getMessage(), e);
        }
    }

    private EnvironmentException inUse() {
        return new EnvironmentException("another studio is open on the data folder " + path
                + "; close it, choose another --data, or let both share a --database");
    }

    @Override
    public void close() {
        try {
            if (lockFile != null) {
                lockFile.close();
            }
        } catch (IOException e) {
            throw new EnvironmentException("cannot release the data folder " + path + ": " + e.getMessage(), e);
        }
    }
}
