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

    /** 6 steps of UniPC, for drafts, which follow their style less often. Strength and guidance stay those of the request. */
    FAST {
        @Override
        Request.Builder on(Request request) {
            return request.toBuilder().steps(6).sampler(Sampler.UNIPC);
        }
    };

    abstract Request.Builder on(Request request);
}
