package org.stylecodes.train.illustration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.drawing.DrawingPack;
import org.stylecodes.train.drawing.DrawingPackWriter;
import org.stylecodes.train.drawing.Hand;

/** A pack of 40 contents, each a red disc beside a blue square of a size of its own, by a coloured, a black and a held-out hand. */
public final class TinyPack {
    public static final Hand COLOURED = new Hand("coloured", "somebody", false, false, "CC0-1.0", "somebody");
    public static final Hand BLACK = new Hand("black", "somebody else", true, false, "CC0-1.0", "somebody else");
    public static final Hand UNSEEN = new Hand("unseen", "a third", false, true, "CC0-1.0", "a third");

    private static final List<String> LABELS =
            List.of("fox", "owl", "scissors", "ear of corn", "bread", "unicorn", "sun", "mouse");
    private static final int SIDE = 48;

    private TinyPack() {}

    /** Writes the pack into a folder and opens it. */
    public static DrawingPack in(Path folder) {
        Path file = folder.resolve("tiny.pack");
        List<Content> contents = IntStream.range(0, 40)
                .mapToObj(i -> new Content(
                        Integer.toHexString(0x1f400 + i),
                        LABELS.get(i % LABELS.size()),
                        i % 2 == 0 ? List.of() : List.of("red thing", "it's 100%", "animal"),
                        "animals-nature"))
                .toList();
        DrawingPackWriter.write(
                file,
                SIDE,
                contents,
                List.of(COLOURED, BLACK, UNSEEN),
                (content, hand) -> Optional.of(drawing(content, hand)));
        return DrawingPack.open(file);
    }

    private static int[] drawing(Content content, Hand hand) {
        int number = Integer.parseInt(content.id(), 16) - 0x1f400;
        int radius = 8 + number % 7;
        int[] argb = new int[SIDE * SIDE];
        for (int i = 0; i < argb.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            if ((x - 16) * (x - 16) + (y - 24) * (y - 24) < radius * radius) {
                argb[i] = hand.oneColour() ? 0xff000000 : 0xffd02010;
            } else if (Math.abs(x - 34) < radius && Math.abs(y - 24) < 8 + number / 7) {
                boolean hole = hand.oneColour() && Math.abs(x - 34) < radius / 2 && Math.abs(y - 24) < 5;
                argb[i] = hole ? 0 : hand.oneColour() ? 0xff000000 : 0xff2040c0;
            }
        }
        return argb;
    }
}
