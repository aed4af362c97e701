package org.stylecodes.train.illustration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.drawing.DrawingPack;
import org.stylecodes.train.drawing.Hand;
import org.stylecodes.train.illustration.raster.Cutout;

/** The drawings of a pack, cut out; those used last stay in memory. Thread-safe. */
final class Cutouts {
    private record Cell(String content, String hand) {}

    private static final long SHARE_OF_HEAP = 6;

    private final DrawingPack pack;
    private final long capacity; // in pixels
    private final Map<Cell, Optional<Cutout>> cached = new LinkedHashMap<>(256, .75f, true);
    private long held;

    Cutouts(DrawingPack pack) {
        this.pack = pack;
        this.capacity = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / Integer.BYTES;
    }

    Optional<Cutout> of(Content content, Hand hand) {
        Cell cell = new Cell(content.id(), hand.id());
        synchronized (cached) {
            Optional<Cutout> found = cached.get(cell);
            if (found != null) {
                return found;
            }
        }
        Optional<Cutout> cutout = pack.drawing(content, hand).map(drawing -> Cutout.of(drawing, pack.side()));
        synchronized (cached) {
            if (cached.put(cell, cutout) == null) {
                held += cutout.map(Cutouts::pixels).orElse(0L);
            }
            var oldest = cached.entrySet().iterator();
            while (held > capacity && oldest.hasNext()) {
                held -= oldest.next().getValue().map(Cutouts::pixels).orElse(0L);
                oldest.remove();
            }
        }
        return cutout;
    }

    private static long pixels(Cutout cutout) {
        return (long) cutout.width() * cutout.height();
    }
}
