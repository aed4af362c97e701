package org.stylecodes.train.illustration;

import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.drawing.Hand;

/** The tenth of all pairs of a content and a hand that training never shows, so that new combinations can be judged. */
public final class HeldOutCells {
    private HeldOutCells() {}

    /** Whether the pair is held out; follows from the two ids alone. */
    public static boolean contains(Content content, Hand hand) {
        long hash = 0xCBF29CE484222325L;
        String key = content.id() + "\n" + hand.id();
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        hash ^= hash >>> 32;
        return Long.remainderUnsigned(hash * 0x9E3779B97F4A7C15L >>> 16, 10) == 0;
    }
}
