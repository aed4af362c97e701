package org.stylecodes.train.illustration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.drawing.DrawingPack;
import org.stylecodes.train.drawing.Hand;
import org.stylecodes.train.illustration.caption.CaptionGrammar;
import org.stylecodes.train.illustration.caption.Subject;
import org.stylecodes.train.illustration.colour.Colouring;
import org.stylecodes.train.illustration.colour.Palette;
import org.stylecodes.train.illustration.colour.Recolouring;
import org.stylecodes.train.illustration.raster.Cutout;
import org.stylecodes.train.illustration.raster.Layer;
import org.stylecodes.train.illustration.setting.Place;
import org.stylecodes.train.illustration.setting.Scenery;
import org.stylecodes.train.illustration.setting.Terrain;
import org.stylecodes.train.illustration.treatment.Rim;
import org.stylecodes.train.illustration.treatment.Scene;
import org.stylecodes.train.illustration.treatment.Treatment;

/**
 * Composes styles and their pictures from drawings. Everything follows from seeds, byte for byte, whatever the number of threads
 * and the machine. By convention seeds from 3,000,000 on are kept for judging.
 *
 * <pre>{@code
 * Illustrator illustrator = new Illustrator(DrawingPack.open(file), 256);
 * IllustratedPicture picture = illustrator.draw(illustrator.style(7), 0);
 * }</pre>
 *
 * <p>Immutable and thread-safe; it keeps recently used drawings in a sixth of the heap at most.
 */
public final class Illustrator {
    private static final long PICTURE_SALT = 1000;
    private static final long ABSTRACT_SALT = 2_000_000_000L;

    private final DrawingPack pack;
    private final Cutouts cutouts;
    private final SubjectChoice subjects;
    private final int size;
    private final List<Hand> trainingHands;
    private final List<Hand> heldOutHands;

    /**
     * An illustrator of the drawings of a pack.
     *
     * @param size the width and height of pictures in pixels, a multiple of 16
     * @throws IllegalArgumentException if the size is not a positive multiple of 16
     */
    public Illustrator(DrawingPack pack, int size) {
        if (size <= 0 || size % 16 != 0) {
            throw new IllegalArgumentException("The size of pictures must be a positive multiple of 16, not " + size);
        }
        this.pack = pack;
        this.cutouts = new Cutouts(pack);
        this.subjects = new SubjectChoice(pack.contents(), cutouts);
        this.size = size;
        this.trainingHands =
                pack.hands().stream().filter(hand -> !hand.heldOut()).toList();
        this.heldOutHands = pack.hands().stream().filter(Hand::heldOut).toList();
    }

    /** A style for training: neither a hand that is held out nor the treatment neon. */
    public IllustratedStyle style(long seed) {
        return StyleChoice.any(seed, required(trainingHands, "for training"), Treatment.forTraining());
    }

    /**
     * A style of a hand that is held out, in any treatment but neon.
     *
     * @throws InvalidRequestException if the pack has no such hand
     */
    public IllustratedStyle heldOutStyle(long seed) {
        return StyleChoice.any(seed, required(heldOutHands, "that is held out"), Treatment.forTraining());
    }

    /** A style of a hand for training in the treatment neon, which is held out. */
    public IllustratedStyle neonStyle(long seed) {
        return styleOf(seed, Treatment.NEON);
    }

    /** A style of a hand for training in a given treatment. */
    public IllustratedStyle styleOf(long seed, Treatment treatment) {
        return StyleChoice.of(seed, required(trainingHands, "for training"), treatment);
    }

    private static List<Hand> required(List<Hand> hands, String purpose) {
        if (hands.isEmpty()) {
            throw new InvalidRequestException("The pack of drawings has no hand " + purpose + ".");
        }
        return hands;
    }

    /** The words of captions about the pack's contents. */
    public Vocabulary vocabulary() {
        return Vocabulary.of(pack.contents());
    }

    /**
     * A picture of the style. Its contents, their arrangement, its places and its caption follow from the style's seed and the
     * index. Pairs of content and hand that are held out do not occur, except by hands that are held out as a whole.
     */
    public IllustratedPicture draw(IllustratedStyle style, int index) {
        return draw(style, index, content -> style.hand().heldOut() || !HeldOutCells.contains(content, style.hand()));
    }

    /** As {@link #draw}, but only with contents that are held out with the style's hand. */
    public IllustratedPicture drawHeldOutCells(IllustratedStyle style, int index) {
        return draw(style, index, content -> HeldOutCells.contains(content, style.hand()));
    }

    /** A picture of one given content in the style; empty if the style's hand does not draw it. */
    public Optional<IllustratedPicture> drawContent(IllustratedStyle style, Content content, int index) {
        SplittableRandom random = Seeds.random(style.seed(), PICTURE_SALT + index);
        Subject subject = new Subject(List.of(content), 1, Optional.empty());
        return cutouts.of(content, style.hand())
                .map(cutout -> picture(style, subject, List.of(cutout), Set.of(), random));
    }

    private IllustratedPicture draw(IllustratedStyle style, int index, Predicate<Content> allowed) {
        SplittableRandom random = Seeds.random(style.seed(), PICTURE_SALT + index);
        Subject subject = subjects.subject(style.hand(), allowed, random);
        List<Cutout> drawn = subject.contents().stream()
                .map(content -> cutouts.of(content, style.hand()).orElseThrow())
                .toList();
        return picture(style, subject, drawn, SubjectChoice.places(random), random);
    }

    private IllustratedPicture picture(
            IllustratedStyle style, Subject subject, List<Cutout> drawn, Set<Place> places, SplittableRandom random) {
        Terrain terrain = places.stream()
                .map(Place::terrain)
                .filter(place -> place != Terrain.NONE)
                .findFirst()
                .orElse(style.terrain());
        float horizon = .77f + .06f * (float) random.nextDouble();
        Layer things = Layer.transparent(size);
        Optional<Float> edge = terrain == Terrain.NONE ? Optional.empty() : Optional.of(horizon);
        new Arrangement(things, random, edge).draw(subject, drawn);
        Recolouring.apply(things, style.palette(), style.hand().oneColour());
        byte[] rgb = finished(style, things, places, terrain, horizon, random.nextLong());
        String caption = CaptionGrammar.draw(subject, places, style.treatment(), style.palette(), random);
        return new IllustratedPicture(rgb, caption, subject.contents(), subject.number(), places, style.treatment());
    }

    /** A picture in the style that shows no thing, only shapes: a reference without content. Its caption is empty. */
    public IllustratedPicture abstractPicture(IllustratedStyle style, int index) {
        SplittableRandom random = Seeds.random(style.seed(), ABSTRACT_SALT + index);
        Layer things = Layer.transparent(size);
        AbstractShapes.draw(things, style.palette(), style.hand().oneColour(), random);
        byte[] rgb = finished(style, things, Set.of(), style.terrain(), .8f, random.nextLong());
        return new IllustratedPicture(rgb, "", List.of(), 1, Set.of(), style.treatment());
    }

    private byte[] finished(
            IllustratedStyle style, Layer things, Set<Place> places, Terrain terrain, float horizon, long pictureSeed) {
        long styleSeed = Seeds.mixed(style.seed(), 2);
        Palette palette = places.contains(Place.NIGHT) ? nightly(style) : style.palette();
        Layer backdrop = Layer.transparent(size);
        style.backdrop().paint(backdrop, palette, styleSeed);
        Layer scenery = Layer.transparent(size);
        Scenery.paint(scenery, palette, places, terrain, horizon * size, pictureSeed);
        boolean oneColour = style.hand().oneColour();
        if (oneColour) {
            Rim.clear(scenery, things);
        }
        Scene scene = new Scene(backdrop, scenery, things, palette, oneColour, styleSeed, pictureSeed);
        return style.treatment().render(scene).toRgb();
    }

    // At night the paper of a style that shows the drawing's own colours turns dark; other styles keep theirs.
    private static Palette nightly(IllustratedStyle style) {
        Palette palette = style.palette();
        boolean falls =
                palette.colouring() == Colouring.DRAWN && style.treatment().showsNightfall() && !palette.dark();
        return falls ? palette.atNight() : palette;
    }
}
