package org.stylecodes.train.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stylecodes.train.dataset.Caption;
import org.stylecodes.train.dataset.Dataset;
import org.stylecodes.train.dataset.Example;
import org.stylecodes.train.dataset.Omission;

/**
 * What a check found. Names in it may contain any characters; {@link Printable} makes them fit to show.
 *
 * <p>Immutable.
 */
public final class CheckReport {
    private final Dataset data;
    private final List<Examination> examinations;
    private final int smallest;
    private final List<List<Example>> duplicates;
    private final List<NearDuplicate> nearDuplicates;

    CheckReport(
            Dataset data,
            List<Examination> examinations,
            int smallest,
            List<List<Example>> duplicates,
            List<NearDuplicate> nearDuplicates) {
        this.data = data;
        this.examinations = examinations;
        this.smallest = smallest;
        this.duplicates = duplicates;
        this.nearDuplicates = nearDuplicates;
    }

    /**
     * One kind of finding.
     *
     * @param description what was found, as a plural
     * @param count how often
     * @param names where, or the first places; for some kinds with a reason
     */
    public record Finding(String description, int count, List<String> names) {}

    Dataset data() {
        return data;
    }

    List<NearDuplicate> nearDuplicates() {
        return nearDuplicates;
    }

    /** How the data set is organised, in words. */
    public String layout() {
        return data.layout().description();
    }

    /** The number of listed pictures, readable or not. */
    public int pictures() {
        return examinations.size();
    }

    /** The number of readable pictures of each style, in the order of the names. */
    public Map<String, Integer> styles() {
        Map<String, Integer> styles = new TreeMap<>();
        for (Examination examination : examinations) {
            styles.merge(examination.example().style(), examination.isReadable() ? 1 : 0, Integer::sum);
        }
        return styles;
    }

    /** The readable pictures of each style, in the order of the data set. */
    Map<String, List<Example>> readable() {
        Map<String, List<Example>> styles = new TreeMap<>();
        for (Examination examination : examinations) {
            if (examination.isReadable()) {
                styles.computeIfAbsent(examination.example().style(), style -> new ArrayList<>())
                        .add(examination.example());
            }
        }
        return styles;
    }

    /** Everything that somebody should know before training, in a fixed order. Kinds that did not occur are left out. */
    public List<Finding> findings() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        found.put(
                "unreadable pictures",
                examinations.stream()
                        .filter(examination -> !examination.isReadable())
                        .map(examination -> String.valueOf(examination.fault()))
                        .toList());
        found.put(
                "pictures with a side below " + smallest + " pixels",
                examinations.stream()
                        .filter(examination -> examination.isReadable()
                                && Math.min(examination.width(), examination.height()) < smallest)
                        .map(examination -> examination.example().name() + " (" + examination.width() + "x"
                                + examination.height() + ")")
                        .toList());
        found.put(
                "styles with fewer than two readable pictures",
                styles().entrySet().stream()
                        .filter(style -> style.getValue() < 2)
                        .map(Map.Entry::getKey)
                        .toList());
        found.put("pictures without a caption", captioned(Caption.Encoding.NONE));
        found.put("captions that are neither UTF-8 nor UTF-16", captioned(Caption.Encoding.UNKNOWN));
        found.put("captions in UTF-8 with a byte order mark", captioned(Caption.Encoding.UTF_8_BOM));
        found.put("captions in UTF-16", captioned(Caption.Encoding.UTF_16));
        found.put(
                "files that occur more than once",
                duplicates.stream().map(CheckReport::joined).toList());
        found.put("pairs of styles with pictures that look alike", alikeStyles());
        found.put(
                "pictures that look like one of another style",
                nearDuplicates.stream()
                        .map(pair -> pair.first().name() + " = " + pair.second().name())
                        .toList());
        List<Finding> findings = new ArrayList<>();
        found.forEach((description, names) -> {
            if (!names.isEmpty()) {
                findings.add(new Finding(description, names.size(), names));
            }
        });
        for (Omission omission : data.omissions()) {
            findings.add(new Finding(omission.reason().description(), omission.count(), omission.names()));
        }
        return findings;
    }

    /** Pairs of styles with the number of pictures that look alike, most first. */
    private List<String> alikeStyles() {
        Map<String, Integer> pairs = new TreeMap<>();
        for (NearDuplicate pair : nearDuplicates) {
            String first = pair.first().style();
            String second = pair.second().style();
            String both = first.compareTo(second) < 0 ? first + " = " + second : second + " = " + first;
            pairs.merge(both, 1, Integer::sum);
        }
        return pairs.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(pair -> pair.getKey() + " (" + pair.getValue() + ")")
                .toList();
    }

    /** Why the data cannot be trained on, in a sentence; empty if it can. */
    public Optional<String> refusal() {
        List<String> undecodable = captioned(Caption.Encoding.UNKNOWN);
        if (!undecodable.isEmpty()) {
            return Optional.of("the caption of " + Printable.of(undecodable.get(0)) + " is neither UTF-8 nor UTF-16"
                    + (undecodable.size() == 1 ? "" : ", as are " + undecodable.size() + " captions in all")
                    + "; save it as UTF-8");
        }
        long styles = styles().values().stream().filter(count -> count >= 2).count();
        return styles >= 2
                ? Optional.empty()
                : Optional.of("the number of styles with two or more readable pictures is " + styles
                        + ", expected two or more: make one folder for each style, or name the styles in the entries");
    }

    private List<String> captioned(Caption.Encoding encoding) {
        return examinations.stream()
                .filter(examination -> examination.caption() == encoding)
                .map(examination -> examination.example().name())
                .toList();
    }

    // A file that occurs in several styles is worse than one that occurs twice in its own, so the text says so.
    private static String joined(List<Example> copies) {
        long styles = copies.stream().map(Example::style).distinct().count();
        String names = copies.get(0).name() + " = " + copies.get(1).name();
        String more = copies.size() == 2 ? "" : " and " + (copies.size() - 2) + " more";
        return names + more + (styles > 1 ? " (in " + styles + " styles)" : "");
    }
}
