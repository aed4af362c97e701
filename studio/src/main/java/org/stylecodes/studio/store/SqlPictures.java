package org.stylecodes.studio.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Pictures in SQL; a palette is a text with blanks between its colours. */
record SqlPictures(Jdbi jdbi) implements PictureRecords {
    @Override
    public void add(PictureInfo picture) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO pictures (id, width, height, palette, created_at)
                        VALUES (:id, :width, :height, :palette, :now) ON CONFLICT DO NOTHING""")
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
                        .map((row, context) -> new PictureInfo(
                                row.getString("id"),
                                row.getInt("width"),
                                row.getInt("height"),
                                List.of(row.getString("palette").split(" "))))
                        .findOne());
    }
}
