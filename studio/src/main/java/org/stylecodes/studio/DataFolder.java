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

/** The folder of a studio. Its file of SQLite belongs to one process; with PostgreSQL several may share the folder. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private @Nullable FileChannel owned;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** The folder at a path, made where there is none. */
    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            return new DataFolder(path);
        } catch (IOException e) {
            throw new EnvironmentException("cannot make the data folder " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * Opens the store, which is to be closed before this is, whether it could be opened or not.
     *
     * @param database the address of a PostgreSQL database; null for a file in this folder
     * @throws EnvironmentException if another process has that file open, or the database cannot be opened
     */
    Store store(@Nullable String database) {
        if (database != null) {
            return SqlStore.postgres(database); // which servers share
        }
        own();
        return SqlStore.file(path.resolve("studio.db"));
    }

    private void own() {
        try {
            owned = FileChannel.open(path.resolve("studio.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (owned.tryLock() == null) { // which the system ends with the process, however that ends
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
                + "; close it, give another --data, or let both share a --database");
    }

    @Override
    public void close() {
        try {
            if (owned != null) {
                owned.close();
            }
        } catch (IOException e) {
            throw new EnvironmentException("cannot let go of the data folder " + path + ": " + e.getMessage(), e);
        }
    }
}
