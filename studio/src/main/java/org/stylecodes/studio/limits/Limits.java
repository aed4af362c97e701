package org.stylecodes.studio.limits;

/**
 * What one caller may ask of a studio at once.
 *
 * @param uploadBytes the longest file of a picture
 * @param uploadPixels the most pixels of a picture that is sent
 * @param picturesPerRequest the most pictures of one encoding
 * @param count the most pictures of one generation
 * @param steps the most steps of a picture that is drawn
 * @param side the longest side of a picture that is drawn, in pixels
 * @param queued the most generations that wait; further ones are refused
 * @param requestsPerSecond of one caller, over a while; 0 for as many as they like
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
    /** 24 MiB and 25 megapixels a picture, 32 pictures an encoding; 16 pictures of 200 steps and 1024 pixels; 64 wait. */
    public static final Limits DEFAULT = new Limits(24 << 20, 25_000_000, 32, 16, 200, 1024, 64, 0);

    /** The same with another bound of the queue. */
    public Limits withQueued(int generations) {
        return new Limits(
                uploadBytes, uploadPixels, picturesPerRequest, count, steps, side, generations, requestsPerSecond);
    }

    /** The same with another bound of the rate. */
    public Limits withRequestsPerSecond(int requests) {
        return new Limits(uploadBytes, uploadPixels, picturesPerRequest, count, steps, side, queued, requests);
    }

    /** The same with other bounds of a picture that is sent. */
    public Limits withUpload(int bytes, long pixels) {
        return new Limits(bytes, pixels, picturesPerRequest, count, steps, side, queued, requestsPerSecond);
    }
}
