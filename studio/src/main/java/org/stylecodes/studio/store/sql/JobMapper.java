package org.stylecodes.studio.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.stylecodes.studio.store.Job;

/** Maps a row with {@link #COLUMNS} of the table {@code jobs} to a job with its results. */
final class JobMapper implements RowMapper<Job> {
    static final String COLUMNS =
            "id, kind, state, model, request, init, picture, pictures, step, steps, seconds_left, error, server_failed,"
                    + " attempts, created_at, started_at, finished_at,"
                    // In the same statement, so that a finished job has all its results without a lock.
                    + " (SELECT string_agg(number || ' ' || seed || ' ' || picture, ' ') FROM results"
                    + " WHERE job = jobs.id) AS results";

    @Override
    public Job map(ResultSet row, StatementContext context) throws SQLException {
        double left = row.getDouble("seconds_left");
        Double secondsLeft = row.wasNull() ? null : Double.valueOf(left);
        return new Job(
                UUID.fromString(row.getString("id")),
                Job.Kind.valueOf(row.getString("kind")),
                Job.State.valueOf(row.getString("state")),
                row.getString("model"),
                row.getString("request"),
                row.getString("init"),
                new Job.Progress(
                        row.getInt("picture"),
                        row.getInt("pictures"),
                        row.getInt("step"),
                        row.getInt("steps"),
                        secondsLeft),
                results(row.getString("results")),
                failure(row),
                row.getInt("attempts"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                time(row, "started_at"),
                time(row, "finished_at"));
    }

    private static List<Job.Result> results(@Nullable String text) {
        String[] parts = text == null ? new String[0] : text.split(" ");
        List<Job.Result> results = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 3) {
            results.add(new Job.Result(Integer.parseInt(parts[i]), Long.parseLong(parts[i + 1]), parts[i + 2]));
        }
        results.sort(Comparator.comparingInt(Job.Result::number));
        return results;
    }

    private static Job.@Nullable Failure failure(ResultSet row) throws SQLException {
        String error = row.getString("error");
        return error == null ? null : new Job.Failure(error, row.getInt("server_failed") == 1);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
