package org.stylecodes.train.illustration.folder;

import java.util.Locale;

/** What training never shows, so that a model can be judged on it. */
public enum HeldOut {
    /** Hands that training does not use. */
    HANDS,
    /** The treatment neon. */
    NEON,
    /** The pairs of a thing and a hand that training leaves out. */
    CELLS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
