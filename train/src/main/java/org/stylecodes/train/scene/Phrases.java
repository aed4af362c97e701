package org.stylecodes.train.scene;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Ways to say one thing: the common ones, and rare ones that users may choose instead. */
record Phrases(List<String> common, List<String> rare) {
    /** Share of captions that use a common word, for objects and phrases alike. */
    static final double COMMON_SHARE = .85;

    static Phrases of(String common, String... rare) {
        return new Phrases(List.of(common), List.of(rare));
    }

    /** The first common phrase. */
    String canonical() {
        return common.get(0);
    }

    String draw(SplittableRandom random) {
        return pick(common, rare, random);
    }

    Stream<String> all() {
        return Stream.concat(common.stream(), rare.stream());
    }

    /** One of the common ones in 85 % of draws, otherwise one of the rare ones, if there are any. */
    static <T> T pick(List<T> common, List<T> rare, SplittableRandom random) {
        List<T> from = random.nextDouble() < COMMON_SHARE || rare.isEmpty() ? common : rare;
        return from.get(random.nextInt(from.size()));
    }
}
