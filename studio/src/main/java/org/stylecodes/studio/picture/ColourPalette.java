package org.stylecodes.studio.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stylecodes.image.Lab;
import org.stylecodes.image.Picture;

/** Finds the main colours of a picture. */
public final class ColourPalette {
    private static final int MAX_COLOURS = 6;
    private static final int SAMPLES = 128; // along each side
    private static final double MIN_DISTANCE = 16; // in CIELAB; nearer colours are merged
    private static final int DROPPED_BITS = 4;

    private ColourPalette() {}

    /** Up to 6 clearly different colours such as {@code #8090a0}, most frequent first. */
    public static List<String> of(Picture picture) {
        List<Bin> bins = bins(picture);
        List<Bin> chosen = new ArrayList<>();
        for (Bin bin : bins) {
            Lab colour = Lab.ofRgb(bin.rgb());
            Bin near = chosen.stream()
                    .filter(other -> colour.distance(Lab.ofRgb(other.rgb())) < MIN_DISTANCE)
                    .findFirst()
                    .orElse(null);
            if (near == null) {
                chosen.add(bin);
            } else {
                near.count += bin.count;
            }
        }
        return chosen.stream()
                .sorted(Comparator.comparingInt((Bin bin) -> -bin.count))
                .limit(MAX_COLOURS)
                .map(bin -> "#%06x".formatted(bin.rgb()))
                .toList();
    }

    /** Parses a colour such as {@code #8090a0}. */
    public static Lab colour(String text) {
        return Lab.ofRgb(Integer.parseInt(text.substring(1), 16));
    }

    // Groups the pixels of a grid by the high bits of their channels, fullest bin first.
    private static List<Bin> bins(Picture picture) {
        Map<Integer, Bin> bins = new HashMap<>();
        int columns = Math.min(SAMPLES, picture.width());
        int rows = Math.min(SAMPLES, picture.height());
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int x = (int) ((long) column * picture.width() / columns);
                int y = (int) ((long) row * picture.height() / rows);
                int red = picture.sample(x, y, 0);
                int green = picture.sample(x, y, 1);
                int blue = picture.sample(x, y, 2);
                int key = red >> DROPPED_BITS << 16 | green >> DROPPED_BITS << 8 | blue >> DROPPED_BITS;
                bins.computeIfAbsent(key, Bin::new).add(red, green, blue);
            }
        }
        return bins.values().stream()
                .sorted(Comparator.comparingInt((Bin bin) -> -bin.count).thenComparingInt(bin -> bin.key))
                .toList();
    }

    /** Pixels of nearly one colour. */
    private static final class Bin {
        private final int key;
        private int count;
        private long red;
        private long green;
        private long blue;
        private int pixels;

        Bin(int key) {
            this.key = key;
        }

        void add(int red, int green, int blue) {
            this.red += red;
            this.green += green;
            this.blue += blue;
            pixels++;
            count++;
        }

        int rgb() {
            return (int) (red / pixels) << 16 | (int) (green / pixels) << 8 | (int) (blue / pixels);
        }
    }
}
