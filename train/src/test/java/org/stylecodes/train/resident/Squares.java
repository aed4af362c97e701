package org.stylecodes.train.resident;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A source of simple pictures: a square, a disc or a bar, in two treatments, in the colours of the style. The last picture of a style is the
 * ground alone.
 */
record Squares(int size) implements PictureSource {
    private static final List<String> OBJECTS = List.of("square", "disc", "bar");

    @Override
    public PictureBank.Picture[] compose(int style, int count, byte[] rgb) {
        SplittableRandom random = new SplittableRandom(style);
        int ground = random.nextInt(1 << 24);
        int colour = ground ^ 0xffffff;
        int treatment = style % 2;
        PictureBank.Picture[] facts = new PictureBank.Picture[count];
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            int object = random.nextInt(OBJECTS.size());
            paint(rgb, i * size * size * 3, last ? -1 : object, treatment, ground, colour);
            facts[i] = new PictureBank.Picture(
                    last ? "" : "a " + OBJECTS.get(object), last ? new int[0] : new int[] {object}, treatment);
        }
        return facts;
    }

    private void paint(byte[] rgb, int start, int object, int treatment, int ground, int colour) {
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                boolean holes = treatment == 1 && (x / 8 + y / 8) % 2 == 0;
                int value = !holes && inside(object, x - size / 2, y - size / 2) ? colour : ground;
                for (int c = 0; c < 3; c++) {
                    rgb[start + (y * size + x) * 3 + c] = (byte) (value >> (16 - 8 * c));
                }
            }
        }
    }

    private boolean inside(int object, int x, int y) {
        return switch (object) {
            case 0 -> Math.abs(x) < size / 4 && Math.abs(y) < size / 4;
            case 1 -> x * x + y * y < size * size / 9;
            case 2 -> Math.abs(y) < size / 8;
            default -> false;
        };
    }

    @Override
    public String secondHalf() {
        return "more styles";
    }

    @Override
    public List<String> words() {
        return List.of("a", "square", "disc", "bar");
    }

    @Override
    public int contents() {
        return OBJECTS.size();
    }

    @Override
    public int treatments() {
        return 2;
    }
}
