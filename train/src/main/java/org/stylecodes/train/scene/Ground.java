package org.stylecodes.train.scene;

/** What an object stands on or in front of. */
public enum Ground {
    NONE(Phrases.of(""), Grounds::none),
    HILL(Phrases.of("on a hill", "on the hill", "on top of a hill"), Grounds::hill),
    SEA(Phrases.of("by the sea", "at the sea", "by the ocean", "on the water"), Grounds::sea),
    FIELD(Phrases.of("in a field", "in a meadow", "on the grass"), Grounds::field),
    MOUNTAINS(Phrases.of("in front of mountains", "in the mountains", "near mountains"), Grounds::mountains);

    private final Phrases phrases;
    private final Drawing drawing;

    Ground(Phrases phrases, Drawing drawing) {
        this.phrases = phrases;
        this.drawing = drawing;
    }

    Phrases phrases() {
        return phrases;
    }

    /** Draws in units of the grid. */
    Drawing drawing() {
        return drawing;
    }

    /** The height of the grid, from the top, at which objects stand. */
    double baseline() {
        return switch (this) {
            case NONE -> 108;
            case HILL -> 104;
            case SEA, FIELD -> 110;
            case MOUNTAINS -> 111;
        };
    }
}
