package org.stylecodes.train.scene;

import java.util.SplittableRandom;

/**
 * The small differences between two scenes of the same words.
 *
 * @param shiftX how far objects stand to the right, in grid units
 * @param shiftY how far they stand lower, in grid units
 * @param scale their size as a share of the usual one
 * @param skyOnLeft whether sun or moon are in the left corner
 */
public record Jitter(double shiftX, double shiftY, double scale, boolean skyOnLeft) {
    private static final Range SHIFT_X = Range.of(-6, 6);
    private static final Range SHIFT_Y = Range.of(-3, 3);
    private static final Range SCALE = Range.of(.9, 1.05);

    static Jitter draw(SplittableRandom random) {
        return new Jitter(SHIFT_X.draw(random), SHIFT_Y.draw(random), SCALE.draw(random), random.nextBoolean());
    }
}
