package org.stylecodes.train.check;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.train.dataset.Example;

/** Two pictures of different styles that look the same and are different files. */
record NearDuplicate(Example first, Example second) {
    /**
     * Finds pictures that resemble one of another style. Each picture is paired with at most one picture that is brighter or equally
     * bright, so there are at most as many pairs as pictures.
     */
    static List<NearDuplicate> acrossStyles(List<Examination> examinations) {
        List<Examination> byBrightness = examinations.stream()
                .filter(Examination::isReadable)
                .sorted(Comparator.comparingDouble(
                        examination -> hash(examination).brightness()))
                .toList();
        return IntStream.range(0, byBrightness.size())
                .parallel()
                .mapToObj(i -> pair(byBrightness, i))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(pair -> pair.first().name()))
                .toList();
    }

    private static @Nullable NearDuplicate pair(List<Examination> byBrightness, int index) {
        Examination one = byBrightness.get(index);
        PictureHash hash = hash(one);
        double brightest = hash.brightness() + PictureHash.TOLERANCE;
        for (int i = index + 1; i < byBrightness.size(); i++) {
            Examination other = byBrightness.get(i);
            if (hash(other).brightness() > brightest) {
                return null;
            }
            if (hash.resembles(hash(other))
                    && !one.example().style().equals(other.example().style())
                    && !one.content().equals(other.content())) {
                boolean ordered = one.example().name().compareTo(other.example().name()) <= 0;
                return ordered
                        ? new NearDuplicate(one.example(), other.example())
                        : new NearDuplicate(other.example(), one.example());
            }
        }
        return null;
    }

    private static PictureHash hash(Examination readable) {
        return Objects.requireNonNull(readable.hash());
    }
}
