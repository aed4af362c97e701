package org.stylecodes.train.illustration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.illustration.caption.Relation;
import org.stylecodes.train.illustration.caption.Subject;
import org.stylecodes.train.illustration.raster.Cutout;
import org.stylecodes.train.illustration.raster.Layer;

/** Where the things of a picture lie; lengths are shares of its side. */
final class Arrangement {
    private static final List<String> MIRRORED_GROUPS = List.of("animals-nature", "food", "travel-places");

    /**
     * A thing fits into a square of {@code size}. Its centre lies at {@code y}, or its foot if it stands.
     */
    private record Slot(float x, float y, float size, boolean stands) {}

    private final Layer layer;
    private final SplittableRandom random;
    private final Optional<Float> horizon;

    /**
     * An arrangement that follows from a generator.
     *
     * @param layer what it is drawn on
     * @param horizon the upper edge of the ground, or empty
     */
    Arrangement(Layer layer, SplittableRandom random, Optional<Float> horizon) {
        this.layer = layer;
        this.random = random;
        this.horizon = horizon;
    }

    /** Draws cutouts, one for each content or one for all of a number. */
    void draw(Subject subject, List<Cutout> cutouts) {
        List<Slot> slots = slots(subject, cutouts);
        // The first thing is drawn last, because it is the one that may stand in front.
        for (int i = slots.size() - 1; i >= 0; i--) {
            int which = Math.min(i, cutouts.size() - 1);
            place(subject.contents().get(which), cutouts.get(which), slots.get(i));
        }
    }

    private List<Slot> slots(Subject subject, List<Cutout> cutouts) {
        if (subject.relation().isPresent()) {
            return two(subject.relation().get(), cutouts);
        }
        return switch (Math.max(subject.number(), subject.contents().size())) {
            case 1 -> List.of(one());
            case 2 -> row(2);
            default -> three();
        };
    }

    private Slot one() {
        return horizon.isPresent()
                ? standing(.5f + jitter(.07f), .6f + .14f * unit())
                : new Slot(.5f + jitter(.06f), .5f + jitter(.06f), .64f + .18f * unit(), false);
    }

    private List<Slot> two(Relation relation, List<Cutout> cutouts) {
        return switch (relation) {
            case BESIDE, LEFT -> row(2);
            case RIGHT -> swapped(row(2));
            case ABOVE -> stack(.42f, .05f, cutouts.get(0), cutouts.get(1));
            case BELOW -> swapped(stack(.42f, .05f, cutouts.get(1), cutouts.get(0)));
            case ON -> stack(.46f, -.02f, cutouts.get(0), cutouts.get(1));
            case IN_FRONT -> {
                float x = .36f + .28f * random.nextInt(2);
                float foot = horizon.orElse(.84f);
                yield List.of(new Slot(1 - x, foot + .09f, .44f, true), new Slot(x, foot, .6f, true));
            }
        };
    }

    private List<Slot> row(int count) {
        float size = .93f / count - .03f * unit();
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float x = .5f + (i - (count - 1) / 2f) * .95f / count;
            slots.add(horizon.isPresent() ? standing(x, size) : new Slot(x, .5f + jitter(.05f), size, false));
        }
        return slots;
    }

    private List<Slot> stack(float size, float gap, Cutout upper, Cutout lower) {
        float x = .5f + jitter(.08f);
        float upperHeight = height(upper, size);
        float lowerHeight = height(lower, size);
        float foot = horizon.map(edge -> edge + .05f).orElse(.5f + (upperHeight + gap + lowerHeight) / 2);
        return List.of(new Slot(x + jitter(.04f), foot - lowerHeight - gap, size, true), new Slot(x, foot, size, true));
    }

    private static float height(Cutout cutout, float size) {
        return size * cutout.height() / Math.max(cutout.width(), cutout.height());
    }

    private List<Slot> three() {
        if (horizon.isPresent()) {
            return row(3);
        }
        float size = .43f;
        return List.of(
                new Slot(.5f, .26f, size, false), new Slot(.27f, .73f, size, false), new Slot(.73f, .73f, size, false));
    }

    private Slot standing(float x, float size) {
        float foot = horizon.orElse(.8f) + .015f + .03f * unit();
        return new Slot(x, foot, Math.min(size, foot - .04f), true);
    }

    private static List<Slot> swapped(List<Slot> slots) {
        return List.of(slots.get(1), slots.get(0));
    }

    private void place(Content content, Cutout cutout, Slot slot) {
        float side = layer.side();
        float scale = slot.size() * side / Math.max(cutout.width(), cutout.height());
        boolean mirrored = MIRRORED_GROUPS.contains(content.group()) && random.nextBoolean();
        double turns = (random.nextDouble() - .5) * (slot.stands() ? .006 : .03);
        float y = slot.y() * side - (slot.stands() ? cutout.height() * scale / 2 : 0);
        cutout.draw(layer, slot.x() * side, y, scale, turns, mirrored);
    }

    private float unit() {
        return (float) random.nextDouble();
    }

    private float jitter(float range) {
        return range * (unit() - .5f);
    }
}
