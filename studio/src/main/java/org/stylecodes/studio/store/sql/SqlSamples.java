package org.stylecodes.studio.store.sql;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.stylecodes.code.StyleCode;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.Sample;
import org.stylecodes.studio.store.SampleRecords;

/** The records of samples in SQL. */
final class SqlSamples implements SampleRecords {
    private final Jdbi jdbi;
    private final SqlJobs jobs;

    SqlSamples(Jdbi jdbi, SqlJobs jobs) {
        this.jdbi = jdbi;
        this.jobs = jobs;
    }

    @Override
    public List<Sample> find(String model, Collection<StyleCode> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT code, prompt, picture, job FROM samples WHERE model = :model AND code IN (<codes>)")
                .bind("model", model)
                .bindList("codes", codes.stream().map(StyleCode::toString).toList())
                .map((row, context) -> new Sample(
                        StyleCode.parse(row.getString("code")),
                        row.getString("prompt"),
                        row.getString("picture"),
                        UUID.fromString(row.getString("job"))))
                .list());
    }

    @Override
    public boolean add(String model, Sample sample, Job job, int bound) {
        return jdbi.inTransaction(handle -> {
            if (!jobs.add(handle, job, bound)) {
                return false;
            }
            boolean first = handle.createUpdate("""
                                    INSERT INTO samples (model, code, prompt, picture, job)
                                    VALUES (:model, :code, :prompt, NULL, :job)
                                    ON CONFLICT (model, code, prompt) DO UPDATE SET job = :job
                                    WHERE samples.picture IS NULL AND EXISTS (SELECT 1 FROM jobs
                                        WHERE jobs.id = samples.job AND state IN ('FAILED', 'CANCELLED'))""")
                            .bind("model", model)
                            .bind("code", sample.code().toString())
                            .bind("prompt", sample.prompt())
                            .bind("job", job.id().toString())
                            .execute()
                    == 1;
            if (!first) {
                handle.rollback();
            }
            return first;
        });
    }

    @Override
    public List<StyleCode> missing(String model, List<String> prompts, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT code FROM styles WHERE model = :model
                        AND (SELECT COUNT(*) FROM samples WHERE samples.model = styles.model
                            AND samples.code = styles.code AND prompt IN (<prompts>)) < :count
                        GROUP BY code ORDER BY MIN(created_at), code LIMIT :most""")
                .bind("model", model)
                .bindList("prompts", prompts)
                .bind("count", prompts.size())
                .bind("most", most)
                .map((row, context) -> StyleCode.parse(row.getString("code")))
                .list());
    }

    @Override
    public int removeUnkept(Instant before) {
        return jdbi.inTransaction(handle ->
                handle.createUpdate("""
                        DELETE FROM samples
                        WHERE NOT EXISTS (SELECT 1 FROM styles
                            WHERE styles.model = samples.model AND styles.code = samples.code)
                        AND EXISTS (SELECT 1 FROM jobs WHERE jobs.id = samples.job AND finished_at < :before)""").bind("before", before.toEpochMilli()).execute());
    }
}
