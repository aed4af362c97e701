package org.stylecodes.studio.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.studio.store.PictureInfo;
import org.stylecodes.studio.store.PictureRecords;

/** The records of pictures in SQL. A palette is a text of colours separated by spaces. */
final class SqlPictures implements PictureRecords {
    private static final String UNUSED = """
            used_at < :before
            AND NOT EXISTS (SELECT 1 FROM results WHERE results.picture = pictures.id)
            AND NOT EXISTS (SELECT 1 FROM samples WHERE samples.picture = pictures.id)
            AND NOT EXISTS (SELECT 1 FROM styles WHERE styles.reference = pictures.id)
            AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.init = pictures.id)""";

    private final Jdbi jdbi;

    SqlPictures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(PictureInfo picture) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO pictures (id, width, height, palette, created_at, used_at)
                        VALUES (:id, :width, :height, :palette, :now, :now)
                        ON CONFLICT (id) DO UPDATE SET used_at = :now""")
                .bind("id", picture.id())
                .bind("width", picture.width())
                .bind("height", picture.height())
                .bind("palette", String.join(" ", picture.palette()))
                .bind("now", System.currentTimeMillis())
                .execute());
    }

    @Override
    public Optional<PictureInfo> find(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id, width, height, palette FROM pictures WHERE id = :id")
                        .bind("id", id)
                        .map((row, context) -> picture(row, "id"))
                        .findOne());
    }

    /**
     * The picture of a row.
     *
     * @param id the name of the column that holds the id
     */
    static PictureInfo picture(ResultSet row, String id) throws SQLException {
        return new PictureInfo(
                row.getString(id),
                row.getInt("width"),
                row.getInt("height"),
                List.of(row.getString("palette").split(" ")));
    }

    @Override
    public int removeUnused(Instant before, Consumer<String> remove) {
        List<String> unused = jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM pictures WHERE " + UNUSED)
                .bind("before", before.toEpochMilli())
                .mapTo(String.class)
                .list());
        return (int)
                unused.stream().filter(id -> removeUnused(id, before, remove)).count();
    }

    // A transaction that adds or refers to the picture waits until this one ends. If it came first, the picture is in
    // use and stays.
    private boolean removeUnused(String id, Instant before, Consumer<String> remove) {
        return jdbi.inTransaction(handle -> {
            boolean unused = handle.createUpdate("DELETE FROM pictures WHERE id = :id AND " + UNUSED)
                            .bind("id", id)
                            .bind("before", before.toEpochMilli())
                            .execute()
                    == 1;
            if (unused) {
                remove.accept(id);
            }
            return unused;
        });
    }

    /**
     * Marks a picture as used, in the transaction that adds a reference to it.
     *
     * @param id the id of the picture; null for none
     * @throws InvalidRequestException if the picture was removed
     */
    static void use(Handle handle, @Nullable String id) {
        if (id != null
                && handle.createUpdate("UPDATE pictures SET used_at = :now WHERE id = :id")
                                .bind("now", System.currentTimeMillis())
                                .bind("id", id)
                                .execute()
                        == 0) {
            throw new InvalidRequestException("the picture with this id was removed; send it again");
        }
    }
}
