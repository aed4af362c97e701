package org.stylecodes.train.scene;

import java.util.SplittableRandom;

/** Palettes that go by one word. Lightness, chroma and hue are those of CIELAB. */
public enum PaletteFamily {
    PASTEL(Tones.light(Range.of(86, 95), Range.of(74, 88), Range.of(55, 74), Range.of(8, 24), Range.of(20, 48))),
    VIVID(Tones.light(Range.of(60, 92), Range.of(45, 78), Range.of(35, 68), Range.of(45, 85), Range.of(60, 105))),
    DARK(Tones.dark(Range.of(4, 18), Range.of(10, 28), Range.of(42, 66), Range.of(4, 28), Range.of(20, 65))),
    GREY(Tones.any(Range.of(0, 4), Range.of(0, 5))),
    WARM(Tones.any(Range.of(15, 60), Range.of(35, 90)).withHues(Range.of(15, 95))),
    COOL(Tones.any(Range.of(12, 50), Range.of(25, 80)).withHues(Range.of(150, 315))),
    FREE(Tones.any(Range.of(5, 70), Range.of(20, 95)));

    private final Tones tones;

    PaletteFamily(Tones tones) {
        this.tones = tones;
    }

    /** One palette, legible or not. */
    ScenePalette draw(SplittableRandom random) {
        return tones.draw(random);
    }
}
