package org.stylecodes.studio.jobs;

import java.nio.charset.StandardCharsets;
import org.stylecodes.json.RequestJson;
import org.stylecodes.studio.json.MalformedJsonException;
import org.stylecodes.studio.json.StrictJson;
import org.stylecodes.studio.store.Job;

/** Converts the request of a job to and from the JSON in the store. */
public final class JobJson {
    private JobJson() {}

    /** The request that a job draws. */
    public static RequestJson request(Job job) {
        try {
            return StrictJson.read(job.request().getBytes(StandardCharsets.UTF_8), RequestJson.class)
                    .recorded();
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the store has a damaged request in job " + job.id(), e);
        }
    }

    static String text(RequestJson request) {
        return new String(StrictJson.bytes(request), StandardCharsets.UTF_8);
    }
}
