package org.stylecodes.studio.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.StyleCode;
import org.stylecodes.studio.store.Style;
import org.stylecodes.studio.store.StyleCursor;
import org.stylecodes.studio.store.StyleQuery;
import org.stylecodes.studio.store.StyleRecords;

/** The records of styles in SQL. */
final class SqlStyles implements StyleRecords {
    private static final String STYLES = "styles"; // the lock held while styles are added
    private static final String COLUMNS = "id, model, code, name, note, favourite, reference, created_at, updated_at,"
            // In the same statement, so that no lock is needed. Tags contain no control characters except white space,
            // so the separator is safe.
            + " (SELECT string_agg(tag, '\u001f') FROM tags WHERE style = styles.id) AS tags";

    private final Jdbi jdbi;
    private final Dialect dialect;

    SqlStyles(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    @Override
    public void add(List<Style> styles) {
        jdbi.useTransaction(handle -> {
            dialect.lock(handle, STYLES);
            styles.forEach(style -> add(handle, style));
        });
    }

    @Override
    public List<Style> addNew(List<Style> styles) {
        return jdbi.inTransaction(handle -> {
            dialect.lock(handle, STYLES);
            List<Style> added = new ArrayList<>();
            for (Style style : styles) {
                if (find(handle, style.model(), style.code()).isEmpty()) {
                    add(handle, style);
                    added.add(style);
                }
            }
            return added;
        });
    }

    @Override
    public boolean addFirst(String model, List<Style> styles) {
        return jdbi.inTransaction(handle -> {
            dialect.lock(handle, STYLES);
            boolean first = count(handle, StyleQuery.all(model)) == 0;
            if (first) {
                styles.forEach(style -> add(handle, style));
            }
            return first;
        });
    }

    private static void add(Handle handle, Style style) {
        SqlPictures.use(handle, style.reference());
        bound(handle, """
                        INSERT INTO styles (id, model, code, name, note, favourite, reference, name_key, search,
                            created_at, updated_at)
                        VALUES (:id, :model, :code, :name, :note, :favourite, :reference, :key, :search,
                            :created, :updated)""", style).execute();
        addTags(handle, style);
    }

    @Override
    public Optional<Style> change(UUID id, UnaryOperator<Style> change) {
        return jdbi.inTransaction(handle -> {
            // Locks the row first. Only a later statement is sure to see what an earlier transaction wrote.
            handle.createQuery("SELECT id FROM styles WHERE id = :id " + dialect.forUpdate())
                    .bind("id", id.toString())
                    .mapTo(String.class)
                    .findOne();
            Optional<Style> changed = find(handle, id).map(change);
            changed.ifPresent(style -> replace(handle, style));
            return changed;
        });
    }

    private static void replace(Handle handle, Style style) {
        SqlPictures.use(handle, style.reference());
        bound(handle, """
                        UPDATE styles SET code = :code, model = :model, name = :name, note = :note,
                            favourite = :favourite, reference = :reference, name_key = :key,
                            search = :search, created_at = :created, updated_at = :updated
                        WHERE id = :id""", style).execute();
        handle.createUpdate("DELETE FROM tags WHERE style = :id")
                .bind("id", style.id().toString())
                .execute();
        addTags(handle, style);
    }

    @Override
    public boolean remove(UUID id) {
        return jdbi.inTransaction(handle -> handle.createUpdate("DELETE FROM styles WHERE id = :id")
                        .bind("id", id.toString())
                        .execute()
                == 1);
    }

    @Override
    public Optional<Style> find(UUID id) {
        return jdbi.withHandle(handle -> find(handle, id));
    }

    private static Optional<Style> find(Handle handle, UUID id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM styles WHERE id = :id")
                .bind("id", id.toString())
                .map(SqlStyles::style)
                .findOne();
    }

    @Override
    public Optional<Style> find(String model, StyleCode code) {
        return jdbi.withHandle(handle -> find(handle, model, code));
    }

    private static Optional<Style> find(Handle handle, String model, StyleCode code) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM styles WHERE model = :model AND code = :code"
                        + " ORDER BY created_at, id LIMIT 1")
                .bind("model", model)
                .bind("code", code.toString())
                .map(SqlStyles::style)
                .findOne();
    }

    @Override
    public List<Style> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM styles WHERE id IN (<ids>)")
                .bindList("ids", ids.stream().map(UUID::toString).toList())
                .map(SqlStyles::style)
                .list());
    }

    @Override
    public List<Style> page(StyleQuery query, StyleQuery.Order order, int count, @Nullable StyleCursor after) {
        StyleConditions conditions = StyleConditions.of(query);
        SqlOrder sql = SqlOrder.of(order, dialect);
        if (after != null) {
            conditions.add(sql.after());
            sql.values(after).forEach(conditions::bind);
        }
        conditions.bind("count", count);
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM styles WHERE "
                        + conditions.sql() + " ORDER BY " + sql.by() + " LIMIT :count")
                .bindMap(conditions.values())
                .map(SqlStyles::style)
                .list());
    }

    @Override
    public List<StyleRecords.CodeEntry> codes(String model, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, code FROM styles WHERE model = :model ORDER BY created_at, id LIMIT :most")
                .bind("model", model)
                .bind("most", most)
                .map((row, context) -> new StyleRecords.CodeEntry(
                        UUID.fromString(row.getString("id")), StyleCode.parse(row.getString("code"))))
                .list());
    }

    @Override
    public List<StyleRecords.Summary> summaries(String model, List<String> prompts, int most) {
        return jdbi.withHandle(handle -> {
            // Each sample has a column of its own, so that the first one that exists can be taken.
            StringBuilder samples = new StringBuilder();
            for (int i = 0; i < prompts.size(); i++) {
                samples.append(", (SELECT picture FROM samples WHERE samples.model = styles.model")
                        .append(" AND samples.code = styles.code AND prompt = :prompt" + i + ")");
            }
            var query = handle.createQuery(
                            "SELECT styles.id, code, name, pictures.id AS picture, width, height, palette"
                                    + " FROM styles LEFT JOIN pictures ON pictures.id = COALESCE(reference" + samples
                                    + ", '')"
                                    + " WHERE model = :model ORDER BY styles.created_at, styles.id LIMIT :most")
                    .bind("model", model)
                    .bind("most", most);
            for (int i = 0; i < prompts.size(); i++) {
                query.bind("prompt" + i, prompts.get(i));
            }
            return query.map(SqlStyles::summary).list();
        });
    }

    @Override
    public int count(StyleQuery query) {
        return jdbi.withHandle(handle -> count(handle, query));
    }

    private static int count(Handle handle, StyleQuery query) {
        StyleConditions conditions = StyleConditions.of(query);
        return handle.createQuery("SELECT COUNT(*) FROM styles WHERE " + conditions.sql())
                .bindMap(conditions.values())
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public List<StyleRecords.TagCount> tags(String model) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT tag, COUNT(*) AS styles FROM tags"
                        + " JOIN styles ON styles.id = tags.style WHERE model = :model GROUP BY tag"
                        + " ORDER BY styles DESC, tag " + dialect.byCharacters())
                .bind("model", model)
                .map((row, context) -> new StyleRecords.TagCount(row.getString("tag"), row.getInt("styles")))
                .list());
    }

    private static Update bound(Handle handle, String sql, Style style) {
        String searched = String.join("\n", style.name(), style.note(), String.join(" ", style.tags()));
        return handle.createUpdate(sql)
                .bind("id", style.id().toString())
                .bind("model", style.model())
                .bind("code", style.code().toString())
                .bind("name", style.name())
                .bind("note", style.note())
                .bind("favourite", style.favourite() ? 1 : 0)
                .bind("reference", style.reference())
                .bind("key", StyleCursor.key(style.name()))
                .bind("search", (searched + "\n" + style.code()).toLowerCase(Locale.ROOT))
                .bind("created", style.createdAt().toEpochMilli())
                .bind("updated", style.updatedAt().toEpochMilli());
    }

    private static void addTags(Handle handle, Style style) {
        for (String tag : style.tags()) {
            handle.createUpdate("INSERT INTO tags (style, tag) VALUES (:style, :tag)")
                    .bind("style", style.id().toString())
                    .bind("tag", tag)
                    .execute();
        }
    }

    private static Style style(ResultSet row, StatementContext context) throws SQLException {
        String tags = row.getString("tags");
        return new Style(
                UUID.fromString(row.getString("id")),
                row.getString("model"),
                StyleCode.parse(row.getString("code")),
                row.getString("name"),
                tags == null
                        ? List.of()
                        : Stream.of(tags.split("\u001f")).sorted().toList(),
                row.getString("note"),
                row.getInt("favourite") == 1,
                row.getString("reference"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("updated_at")));
    }

    private static StyleRecords.Summary summary(ResultSet row, StatementContext context) throws SQLException {
        return new StyleRecords.Summary(
                UUID.fromString(row.getString("id")),
                StyleCode.parse(row.getString("code")),
                row.getString("name"),
                row.getString("picture") == null ? null : SqlPictures.picture(row, "picture"));
    }
}
