package org.stylecodes.studio.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.stylecodes.json.RequestJson;
import org.stylecodes.studio.store.Job;

/** Converts the request of a job to and from the JSON in the store. */
public final class JobJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JobJson() {}

    /** The request that a job draws. */
    public static RequestJson request(Job job) {
        try {
            return MAPPER.readValue(job.request(), RequestJson.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store has a damaged request in job " + job.id(), e);
        }
    }

    static String text(RequestJson request) {
        try {
            return MAPPER.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a request of texts and numbers can always be written
        }
    }
}
