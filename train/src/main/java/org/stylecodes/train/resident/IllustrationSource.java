package org.stylecodes.train.resident;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.drawing.DrawingPack;
import org.stylecodes.train.drawing.Hand;
import org.stylecodes.train.illustration.IllustratedPicture;
import org.stylecodes.train.illustration.IllustratedStyle;
import org.stylecodes.train.illustration.Illustrator;
import org.stylecodes.train.illustration.folder.StyleSelection;
import org.stylecodes.train.illustration.treatment.Treatment;

/**
 * Composes illustrated styles from a pack of drawings. The last picture of every style shows shapes only.
 *
 * <p>Of the styles for measuring, the first half are new styles of the hands that training uses, the second half styles of hands that it never
 * uses; if the pack has no such hand, styles in a treatment that it never uses. Thread-safe.
 */
final class IllustrationSource implements PictureSource {
    private static final long UNKNOWN_SEED = StyleSelection.FOR_JUDGING + 500_000;

    private final Illustrator illustrator;
    private final DrawingPack pack;
    private final int firstStyle;
    private final int unseen;
    private final boolean hasUnknownHands;
    private final Map<String, Integer> contents = new HashMap<>();

    IllustrationSource(DrawingPack pack, int size, int firstStyle, int unseen) {
        this.pack = pack;
        this.illustrator = new Illustrator(pack, size);
        this.firstStyle = firstStyle;
        this.unseen = unseen;
        this.hasUnknownHands = pack.hands().stream().anyMatch(Hand::heldOut);
        for (Content content : pack.contents()) {
            contents.put(content.id(), contents.size());
        }
    }

    @Override
    public PictureBank.Picture[] compose(int number, int count, byte[] rgb) {
        IllustratedStyle style = style(number);
        PictureBank.Picture[] facts = new PictureBank.Picture[count];
        int length = rgb.length / count;
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            IllustratedPicture picture = last ? illustrator.abstractPicture(style, i) : illustrator.draw(style, i);
            System.arraycopy(picture.rgb(), 0, rgb, i * length, length);
            facts[i] = new PictureBank.Picture(
                    picture.caption(),
                    picture.contents().stream()
                            .mapToInt(content -> Objects.requireNonNull(contents.get(content.id())))
                            .toArray(),
                    style.treatment().ordinal());
        }
        return facts;
    }

    private IllustratedStyle style(int number) {
        int index = number - firstStyle;
        if (index >= unseen) {
            return illustrator.style(number);
        }
        if (index < unseen / 2) {
            return illustrator.style(StyleSelection.FOR_JUDGING + index);
        }
        return hasUnknownHands
                ? illustrator.heldOutStyle(UNKNOWN_SEED + index)
                : illustrator.neonStyle(UNKNOWN_SEED + index);
    }

    @Override
    public String secondHalf() {
        return hasUnknownHands ? "held-out hands" : "held-out treatment";
    }

    @Override
    public List<String> words() {
        return illustrator.vocabulary().words();
    }

    @Override
    public int contents() {
        return pack.contents().size();
    }

    @Override
    public int treatments() {
        return Treatment.values().length;
    }
}
