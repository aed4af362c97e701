package org.stylecodes;

import org.stylecodes.sampler.Sampler;

/**
 * Settings that {@link Request#preset} puts into a request at once. Setters that follow change them. A picture records the values, not the
 * preset, so a later version may change a preset without changing what {@code --from} draws.
 */
public enum Preset {
    /** The settings of the published scripts: the prompt alone is amplified by 3, in 20 DDIM steps, and the style has the strength 0.9. */
    RELEASED {
        @Override
        Request.Builder on(Request request) {
            return request.toBuilder()
                    .strength(0.9)
                    .guidance(new Guidance(GuidanceMode.REFERENCE, 3.0, null, Interval.ALL, Interval.ALL))
                    .steps(20)
                    .sampler(Sampler.DDIM);
        }
    },

    /** Few steps, for drafts. Strength and scales stay those of the request. Objects and styles are hit less often. */
    FAST {
        @Override
        Request.Builder on(Request request) {
            return request.toBuilder()
                    .guidance(request.guidance().textWithin(new Interval(0, 0.7)))
                    .steps(6)
                    .sampler(Sampler.DPMPP_2M);
        }
    };

    abstract Request.Builder on(Request request);
}
