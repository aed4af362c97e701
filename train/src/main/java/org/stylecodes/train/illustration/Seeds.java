package org.stylecodes.train.illustration;

import java.util.SplittableRandom;

/** Generators for independent choices from one seed. */
final class Seeds {
    private Seeds() {}

    /** A generator of the purpose with this salt. */
    static SplittableRandom random(long seed, long salt) {
        return new SplittableRandom(mixed(seed, salt));
    }

    /** A seed that looks unrelated for each pair of a seed and a salt. */
    static long mixed(long seed, long salt) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + salt * 0xD1342543DE82EF95L).nextLong();
    }
}
