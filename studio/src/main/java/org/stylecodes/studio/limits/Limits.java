package org.stylecodes.studio.limits;

/**
 * The limits of a studio on what one caller may ask for.
 *
 * @param uploadBytes the most bytes of an uploaded file
 * @param uploadPixels the most pixels of an uploaded picture
 * @param picturesPerRequest the most pictures in one encoding request
 * @param count the most pictures of one generation
 * @param steps the most steps of a generated picture
 * @param side the longest side of a generated picture, in pixels
 * @param queued the most generations that may wait; more are refused
 * @param requestsPerSecond the most requests of one caller per second, on average; 0 for no limit
 */
public record Limits(
        int uploadBytes,
        long uploadPixels,
        int picturesPerRequest,
        int count,
        int steps,
        int side,
        int queued,
        int requestsPerSecond) {
    /**
     * Uploads of 24 MiB and 25 megapixels, 32 pictures per encoding request; generations of 16 pictures with 200 steps and 1024
     * pixels per side; 64 waiting generations; no rate limit.
     */
    public static final Limits DEFAULT = new Limits(24 << 20, 25_000_000, 32, 16, 200, 1024, 64, 0);

    /** These limits with another number of waiting generations. */
    public Limits withQueued(int generations) {
        return new Limits(
                uploadBytes, uploadPixels, picturesPerRequest, count, steps, side, generations, requestsPerSecond);
    }

    /** These limits with another request rate; 0 for no limit. */
    public Limits withRequestsPerSecond(int requests) {
        return new Limits(uploadBytes, uploadPixels, picturesPerRequest, count, steps, side, queued, requests);
    }

    /** These limits with other bounds for uploaded pictures. */
    public Limits withUpload(int bytes, long pixels) {
        return new Limits(bytes, pixels, picturesPerRequest, count, steps, side, queued, requestsPerSecond);
    }
}
