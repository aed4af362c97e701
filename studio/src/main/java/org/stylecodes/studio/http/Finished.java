package org.stylecodes.studio.http;

import java.util.List;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobState;
import org.stylecodes.studio.store.PictureInfo;

/**
 * What callers get who wait for a generation instead of watching it. One who goes away meanwhile cancels nothing, since a server
 * hears of that only when it writes; the generation is drawn, and listed with the others, where it can be cancelled.
 */
final class Finished {
    private Finished() {}

    /** The pictures of a generation that has ended. */
    static List<PictureInfo> pictures(Job job, Workshop workshop) {
        if (job.error() != null) {
            throw new ProblemException(JobView.problem(job.error()));
        }
        if (job.state() != JobState.DONE) {
            throw new ProblemException(409, "Given up", "this generation was cancelled");
        }
        return job.results().stream()
                .flatMap(result -> workshop.pictures().find(result.picture()).stream())
                .toList();
    }
}
