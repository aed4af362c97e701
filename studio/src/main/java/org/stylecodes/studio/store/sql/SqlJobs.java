package org.stylecodes.studio.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobRecords;

/** The job queue in SQL. */
final class SqlJobs implements JobRecords {
    private static final String ORDER = "priority, created_at, id";
    private static final String OWNED = "id = :id AND worker = :worker AND state = 'RUNNING'";

    private final Jdbi jdbi;
    private final Dialect dialect;

    SqlJobs(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    @Override
    public boolean add(Job job, int bound) {
        return jdbi.inTransaction(handle -> add(handle, job, bound));
    }

    boolean add(Handle handle, Job job, int bound) {
        SqlPictures.use(handle, job.init());
        dialect.lock(handle, "jobs"); // otherwise concurrent transactions could all find room for the same last job
        return handle.createUpdate("""
                        INSERT INTO jobs (id, kind, priority, state, model, request, init, picture, pictures, step, steps,
                            created_at)
                        SELECT :id, :kind, :priority, :state, :model, :request, :init, 0, :pictures, 0, :steps, :created
                        WHERE (SELECT COUNT(*) FROM jobs WHERE state = 'QUEUED' AND kind = :kind
                            AND (model IS NULL OR model = :model)) < :bound""")
                        .bind("id", job.id().toString())
                        .bind("kind", job.kind().name())
                        .bind("priority", job.kind().ordinal())
                        .bind("state", job.state().name())
                        .bind("model", job.model())
                        .bind("request", job.request())
                        .bind("init", job.init())
                        .bind("pictures", job.progress().pictures())
                        .bind("steps", job.progress().steps())
                        .bind("created", job.createdAt().toEpochMilli())
                        .bind("bound", bound)
                        .execute()
                == 1;
    }

    @Override
    public Optional<Job> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Job> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT " + JobMapper.COLUMNS + " FROM jobs WHERE id IN (<ids>)")
                        .bindList("ids", ids.stream().map(UUID::toString).toList())
                        .map(new JobMapper())
                        .list());
    }

    @Override
    public List<Job> newest(int count, @Nullable Job before) {
        String after = before == null ? "" : " AND (created_at, id) < (:created, :id)";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("SELECT " + JobMapper.COLUMNS + " FROM jobs WHERE kind = 'GENERATION'"
                            + after + " ORDER BY created_at DESC, id DESC LIMIT :count")
                    .bind("count", count);
            if (before != null) {
                query.bind("created", before.createdAt().toEpochMilli())
                        .bind("id", before.id().toString());
            }
            return query.map(new JobMapper()).list();
        });
    }

    @Override
    public Map<UUID, Integer> positions() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, ROW_NUMBER() OVER (PARTITION BY model ORDER BY "
                        + ORDER + ") AS place FROM jobs WHERE state = 'QUEUED' ORDER BY " + ORDER)
                .reduceRows(new LinkedHashMap<UUID, Integer>(), (positions, row) -> {
                    positions.put(
                            UUID.fromString(row.getColumn("id", String.class)), row.getColumn("place", Integer.class));
                    return positions;
                }));
    }

    @Override
    public int waiting(Job.Kind kind, @Nullable String model) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT COUNT(*) FROM jobs WHERE state = 'QUEUED' AND kind = :kind"
                                + " AND (CAST(:model AS TEXT) IS NULL OR model IS NULL OR model = :model)")
                        .bind("kind", kind.name())
                        .bind("model", model)
                        .mapTo(Integer.class)
                        .one());
    }

    @Override
    public void raisePriority(Collection<UUID> jobs, Job.Kind kind) {
        if (!jobs.isEmpty()) {
            jdbi.useTransaction(handle -> handle.createUpdate("UPDATE jobs SET kind = :kind, priority = :priority"
                            + " WHERE state = 'QUEUED' AND priority > :priority AND id IN (<jobs>)")
                    .bind("kind", kind.name())
                    .bind("priority", kind.ordinal())
                    .bindList("jobs", jobs.stream().map(UUID::toString).toList())
                    .execute());
        }
    }

    @Override
    public Optional<Job> claim(String worker, String model) {
        return jdbi.inTransaction(handle -> handle.createQuery("UPDATE jobs SET state = 'RUNNING', worker = :worker,"
                        + " heartbeat_at = " + dialect.now()
                        + ", started_at = COALESCE(started_at, :now), attempts = attempts + 1"
                        + " WHERE id = (SELECT id FROM jobs WHERE state = 'QUEUED'"
                        + " AND (model IS NULL OR model = :model) ORDER BY " + ORDER + " LIMIT 1 "
                        + dialect.skipLocked() + ") RETURNING " + JobMapper.COLUMNS)
                .bind("worker", worker)
                .bind("model", model)
                .bind("now", System.currentTimeMillis())
                .map(new JobMapper())
                .findOne());
    }

    @Override
    public Lease heartbeat(UUID job, String worker, Job.Progress progress) {
        return jdbi.inTransaction(handle -> handle.createQuery("UPDATE jobs SET heartbeat_at = " + dialect.now()
                        + ", picture = :picture, step = :step, seconds_left = :left WHERE " + OWNED
                        + " RETURNING cancelled")
                .bind("id", job.toString())
                .bind("worker", worker)
                .bind("picture", progress.picture())
                .bind("step", progress.step())
                .bind("left", progress.secondsLeft())
                .mapTo(Integer.class)
                .findOne()
                .map(cancelled -> cancelled == 0 ? Lease.HELD : Lease.CANCELLED)
                .orElse(Lease.LOST));
    }

    @Override
    public void addResult(UUID job, String worker, Job.Result result) {
        jdbi.useTransaction(handle -> {
            int own = handle.createUpdate("UPDATE jobs SET attempts = 1 WHERE " + OWNED)
                    .bind("id", job.toString())
                    .bind("worker", worker)
                    .execute();
            if (own == 1) {
                handle.createUpdate("INSERT INTO results (job, number, seed, picture)"
                                + " VALUES (:job, :number, :seed, :picture) ON CONFLICT DO NOTHING")
                        .bind("job", job.toString())
                        .bind("number", result.number())
                        .bind("seed", result.seed())
                        .bind("picture", result.picture())
                        .execute();
                handle.createUpdate("UPDATE samples SET picture = :picture WHERE job = :job")
                        .bind("job", job.toString())
                        .bind("picture", result.picture())
                        .execute();
            }
        });
    }

    @Override
    public boolean finish(UUID job, String worker, Job.State state, Job.@Nullable Failure error) {
        return jdbi.inTransaction(
                handle -> handle.createUpdate("UPDATE jobs SET state = :state, error = :error, server_failed = :failed,"
                                        + " worker = NULL, heartbeat_at = NULL, seconds_left = NULL, finished_at = :now,"
                                        + " picture = CASE WHEN :state = 'DONE' THEN pictures ELSE picture END,"
                                        + " step = CASE WHEN :state = 'DONE' THEN steps ELSE step END"
                                        + " WHERE " + OWNED)
                                .bind("id", job.toString())
                                .bind("worker", worker)
                                .bind("state", state.name())
                                .bind("error", error == null ? null : error.message())
                                .bind("failed", error != null && error.ofServer() ? 1 : 0)
                                .bind("now", System.currentTimeMillis())
                                .execute()
                        == 1);
    }

    @Override
    public void release(UUID job, String worker) {
        jdbi.useTransaction(handle -> handle.createUpdate("UPDATE jobs SET state = 'QUEUED', worker = NULL,"
                        + " heartbeat_at = NULL, attempts = attempts - 1, step = 0, seconds_left = NULL WHERE " + OWNED)
                .bind("id", job.toString())
                .bind("worker", worker)
                .execute());
    }

    @Override
    public void cancel(UUID job) {
        jdbi.useTransaction(handle -> handle.createUpdate("UPDATE jobs SET cancelled = 1,"
                        + " finished_at = CASE WHEN state = 'QUEUED' THEN :now ELSE finished_at END,"
                        + " state = CASE WHEN state = 'QUEUED' THEN 'CANCELLED' ELSE state END"
                        + " WHERE id = :id AND state IN ('QUEUED', 'RUNNING')")
                .bind("id", job.toString())
                .bind("now", System.currentTimeMillis())
                .execute());
    }

    @Override
    public int recover(Duration silence, int mostAttempts, @Nullable UUID drawing) {
        String silent = "heartbeat_at < " + dialect.now() + " - :silence AND id <> :drawing";
        return jdbi.inTransaction(handle -> recovery(handle, silent, mostAttempts)
                .bind("silence", silence.toMillis())
                .bind("drawing", drawing == null ? "" : drawing.toString())
                .execute());
    }

    @Override
    public int recoverAll(int mostAttempts) {
        return jdbi.inTransaction(
                handle -> recovery(handle, "TRUE", mostAttempts).execute());
    }

    private static Update recovery(Handle handle, String which, int mostAttempts) {
        return handle.createUpdate("UPDATE jobs SET worker = NULL, heartbeat_at = NULL, seconds_left = NULL, step = 0,"
                        + " error = CASE WHEN cancelled = 0 AND attempts >= :most THEN :why END,"
                        + " server_failed = CASE WHEN cancelled = 0 AND attempts >= :most THEN 1 ELSE 0 END,"
                        + " finished_at = CASE WHEN cancelled = 1 OR attempts >= :most THEN :now END,"
                        + " state = CASE WHEN cancelled = 1 THEN 'CANCELLED' WHEN attempts >= :most THEN 'FAILED'"
                        + " ELSE 'QUEUED' END"
                        + " WHERE state = 'RUNNING' AND " + which)
                .bind("most", mostAttempts)
                .bind(
                        "why",
                        "the server stopped " + mostAttempts + " times while it was drawing this; request less"
                                + " at once, or see the server's log")
                .bind("now", System.currentTimeMillis());
    }

    @Override
    public int removeEnded(Instant before) {
        return jdbi.inTransaction(handle -> handle.createUpdate("DELETE FROM jobs WHERE finished_at < :before"
                        + " AND NOT EXISTS (SELECT 1 FROM samples WHERE samples.job = jobs.id)")
                .bind("before", before.toEpochMilli())
                .execute());
    }
}
