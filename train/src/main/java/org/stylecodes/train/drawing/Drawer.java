package org.stylecodes.train.drawing;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.TreeMap;
import org.stylecodes.error.InvalidRequestException;

/** Draws contents by one hand, at a size to be framed. Thread-safe. */
interface Drawer {
    /** The width and the height, in pixels, at which vector drawings are rasterised. */
    int RASTER_SIDE = 576;

    /** A picture of the content on nothing; empty if the hand does not draw it. */
    Optional<BufferedImage> draw(ContentEntry entry);

    /**
     * A drawer of a source.
     *
     * @throws InvalidRequestException if the files lack what the source should hold
     */
    static Drawer of(Source source, SourceFiles files) {
        String hand = source.hand().id();
        Drawer drawer =
                switch (source.kind()) {
                    case ICONS ->
                        icons(new IconSet(hand, required(files, "icons.json", hand), files.read("chars.json")));
                    case FONT -> {
                        GlyphPainter painter = new GlyphPainter(required(files, source.file(), hand), hand);
                        yield entry -> entry.content().id().contains("-")
                                ? Optional.empty()
                                : painter.paint(Integer.parseInt(entry.content().id(), 16), RASTER_SIDE);
                    }
                    case RASTERS ->
                        entry -> raster(source, files, entry.content().id());
                };
        return entry -> "".equals(entry.icons().get(hand)) ? Optional.empty() : drawer.draw(entry);
    }

    private static Drawer icons(IconSet set) {
        // Some sets write names without hyphens, and number the variants of a drawing.
        TreeMap<String, String> squeezed = new TreeMap<>();
        set.names().forEach(name -> squeezed.putIfAbsent(squeeze(name), name));
        return entry -> {
            String chosen = entry.icons().get(set.name());
            String name =
                    chosen != null ? chosen : set.nameOf(entry.content().id()).orElse(null);
            if (name == null) {
                String wanted = squeeze(entry.name());
                name = squeezed.getOrDefault(wanted, squeezed.get(wanted + "1"));
            }
            if (name == null) {
                return Optional.empty();
            }
            String icon = set.name() + ":" + name;
            return set.svg(name).map(svg -> SvgPainter.paint(svg, icon, RASTER_SIDE));
        };
    }

    private static Optional<BufferedImage> raster(Source source, SourceFiles files, String id) {
        String path = source.file() + "/" + id;
        return files.read(path + ".webp")
                .or(() -> files.read(path + "-fe0f.webp"))
                .map(file -> RasterPainter.paint(file, source.hand().id() + ":" + id));
    }

    private static byte[] required(SourceFiles files, String path, String hand) {
        return files.read(path).orElseThrow(() -> new InvalidRequestException(hand + ": has no file " + path));
    }

    private static String squeeze(String name) {
        return name.replaceAll("[^a-z0-9]", "");
    }
}
