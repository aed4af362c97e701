package org.stylecodes.train.drawing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.InvalidRequestException;

/**
 * Makes the pack of all drawings from their sources: fetches them, rasterises every content by every hand, and frames the pictures alike.
 * The same sources give the same bytes with the same version of Java. Uses all cores.
 */
public final class DrawingPackBuilder {
    /** The width and the height of a drawing in pixels. */
    public static final int SIDE = 192;

    private static final int MARGIN = 6;
    private static final int REPORT_EVERY = 50; // contents

    private final List<ContentEntry> entries;
    private final Map<Hand, Source> sources = new LinkedHashMap<>();
    private final Map<Hand, Drawer> drawers = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();

    private DrawingPackBuilder(List<ContentEntry> entries, List<Source> sources, SourceFolder folder) {
        this.entries = entries;
        for (Source source : sources) {
            folder.open(source).ifPresentOrElse(files -> add(source, files), () -> missing.add(sentenceAbout(source)));
        }
    }

    /**
     * What a pack holds.
     *
     * @param contents how many contents
     * @param drawings how many contents each hand draws, by the hand's id in the order of the pack
     * @param missing a sentence for each hand whose source is missing
     */
    public record Summary(int contents, Map<String, Integer> drawings, List<String> missing) {}

    /**
     * Makes a pack, and a notice of the sets' licences and authors beside it.
     *
     * @param pack the file to write; the notice gets the same name with {@code .NOTICE.txt}
     * @param sources the folder that keeps the packages of the sources; what it lacks is fetched with the npm client
     * @param given folders to take sources from instead, by the hand's id
     * @param hands which hands to include
     * @param progress is told what happens, a line at a time, by any thread
     * @throws InvalidRequestException if a source is unknown, differs from its pinned digest, or cannot be read
     * @throws org.stylecodes.error.EnvironmentException if a source cannot be fetched or a file cannot be written
     * @throws CancelledException if the thread is interrupted
     */
    public static Summary build(
            Path pack, Path sources, Map<String, Path> given, Predicate<Hand> hands, Consumer<String> progress) {
        List<Source> known = Source.all();
        for (String name : given.keySet()) {
            if (known.stream().noneMatch(source -> source.hand().id().equals(name))) {
                throw new InvalidRequestException("there is no source " + name + "; expected one of "
                        + new TreeSet<>(
                                known.stream().map(source -> source.hand().id()).toList()));
            }
        }
        List<Source> chosen =
                known.stream().filter(source -> hands.test(source.hand())).toList();
        return new DrawingPackBuilder(ContentEntry.all(), chosen, new SourceFolder(sources, given))
                .write(pack, progress);
    }

    /** As {@link #build(Path, Path, Map, Predicate, Consumer)}, of the contents and sources that are given. */
    static Summary build(
            Path pack,
            List<ContentEntry> entries,
            List<Source> sources,
            SourceFolder folder,
            Consumer<String> progress) {
        return new DrawingPackBuilder(entries, sources, folder).write(pack, progress);
    }

    private void add(Source source, SourceFiles files) {
        sources.put(source.hand(), source);
        drawers.put(source.hand(), Drawer.of(source, files));
    }

    private static String sentenceAbout(Source source) {
        String id = source.hand().id();
        return "The set " + id + " is left out, because the npm registry does not have it. It comes from "
                + source.origin() + "; give a folder that holds " + source.file() + " with --source " + id + "=DIR.";
    }

    private Summary write(Path pack, Consumer<String> progress) {
        missing.forEach(progress);
        AtomicInteger done = new AtomicInteger();
        List<DrawingPackWriter.Drawn> drawn = entries.parallelStream()
                .map(entry -> {
                    CancelledException.throwIfInterrupted();
                    DrawingPackWriter.Drawn one = drawn(entry);
                    int count = done.incrementAndGet();
                    if (count % REPORT_EVERY == 0 || count == entries.size()) {
                        progress.accept(count + " of " + entries.size() + " contents drawn");
                    }
                    return one;
                })
                .toList();
        DrawingPackWriter.write(pack, SIDE, List.copyOf(drawers.keySet()), this::tolerance, drawn);
        Notice.write(pack, List.copyOf(sources.values()));
        Map<String, Integer> counts = new LinkedHashMap<>();
        drawers.keySet()
                .forEach(hand -> counts.put(hand.id(), (int) drawn.stream()
                        .filter(one -> one.drawings().containsKey(hand))
                        .count()));
        return new Summary(entries.size(), counts, List.copyOf(missing));
    }

    private int tolerance(Hand hand) {
        return Objects.requireNonNull(sources.get(hand)).tolerance();
    }

    private DrawingPackWriter.Drawn drawn(ContentEntry entry) {
        Map<Hand, byte[]> drawings = new LinkedHashMap<>();
        drawers.forEach((hand, drawer) -> {
            Optional<int[]> pixels = drawer.draw(entry).flatMap(image -> Framing.frame(image, SIDE, MARGIN));
            pixels.ifPresent(argb -> drawings.put(hand, DrawingCodec.encode(argb, SIDE, tolerance(hand))));
        });
        return new DrawingPackWriter.Drawn(entry.content(), drawings);
    }
}
