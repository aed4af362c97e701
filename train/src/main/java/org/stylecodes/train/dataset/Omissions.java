package org.stylecodes.train.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is left out while a data set is listed. Memory is bounded. Not thread-safe. */
final class Omissions {
    private final Map<Omission.Reason, Integer> counts = new EnumMap<>(Omission.Reason.class);
    private final Map<Omission.Reason, List<String>> names = new EnumMap<>(Omission.Reason.class);

    void add(Omission.Reason reason, String name) {
        counts.merge(reason, 1, Integer::sum);
        List<String> first = names.computeIfAbsent(reason, key -> new ArrayList<>());
        if (first.size() < Omission.NAMES) {
            first.add(name);
        }
    }

    /** What was left out, in the order of the reasons. */
    List<Omission> list() {
        return counts.entrySet().stream()
                .map(entry ->
                        new Omission(entry.getKey(), entry.getValue(), names.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }
}
