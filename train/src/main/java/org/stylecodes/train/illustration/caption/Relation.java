package org.stylecodes.train.illustration.caption;

import java.util.List;

/** How the first thing of a picture lies to the second. */
public enum Relation {
    /** Side by side, in no order. */
    BESIDE("beside", "next to", "and"),
    /** On the left. */
    LEFT("to the left of", "left of"),
    /** On the right. */
    RIGHT("to the right of", "right of"),
    /** Higher, with a gap. */
    ABOVE("above", "over"),
    /** Lower, with a gap. */
    BELOW("below", "under"),
    /** Higher, and touching. */
    ON("on", "on top of"),
    /** Nearer, and hiding a part of it. */
    IN_FRONT("in front of");

    private final List<String> phrases;

    Relation(String... phrases) {
        this.phrases = List.of(phrases);
    }

    /** The ways to say it. */
    public List<String> phrases() {
        return phrases;
    }
}
