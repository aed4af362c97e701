package org.stylecodes.studio.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stylecodes.json.RequestJson;
import org.stylecodes.studio.http.Problem;
import org.stylecodes.studio.jobs.JobJson;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.Job;

/** A job in JSON. */
public record JobView(
        String id,
        String kind,
        String state,
        int position,
        RequestJson request,
        Job.Progress progress,
        List<Result> results,
        @Nullable Problem error,
        String createdAt,
        @Nullable String startedAt,
        @Nullable String finishedAt,
        String url,
        String events) {
    /** A picture that was drawn, with its seed. */
    public record Result(long seed, PictureView picture) {}

    /** @param position the place among the waiting jobs, starting at 1; 0 if the job does not wait */
    static JobView of(Job job, int position, PictureStore pictures) {
        String url = "/api/v1/generations/" + job.id();
        return new JobView(
                job.id().toString(),
                (job.kind() == Job.Kind.GENERATION ? job.kind() : Job.Kind.SAMPLE)
                        .name()
                        .toLowerCase(Locale.ROOT),
                job.state().name().toLowerCase(Locale.ROOT),
                position,
                JobJson.request(job),
                job.progress(),
                job.results().stream()
                        .flatMap(result -> pictures.find(result.picture()).stream()
                                .map(picture -> new Result(result.seed(), PictureView.of(picture))))
                        .toList(),
                Optional.ofNullable(job.error()).map(JobView::problem).orElse(null),
                job.createdAt().toString(),
                text(job.startedAt()),
                text(job.finishedAt()),
                url,
                url + "/events");
    }

    /** The reason why a job was not drawn, as an error. */
    public static Problem problem(Job.Failure failure) {
        return failure.ofServer()
                ? Problem.of(500, "Unexpected failure", failure.message())
                : Problem.of(422, "Not drawn", failure.message());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
