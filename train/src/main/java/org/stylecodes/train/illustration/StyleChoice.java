package org.stylecodes.train.illustration;

import java.util.List;
import java.util.SplittableRandom;
import org.stylecodes.train.drawing.Hand;
import org.stylecodes.train.illustration.colour.Palette;
import org.stylecodes.train.illustration.setting.Backdrop;
import org.stylecodes.train.illustration.setting.Terrain;
import org.stylecodes.train.illustration.treatment.Treatment;

/** Chooses styles from seeds. */
final class StyleChoice {
    private static final double TERRAIN_SHARE = .22;
    private static final int PLAIN_WEIGHT = 2; // beside 1 of every other treatment
    private static final long SALT = 1;

    private StyleChoice() {}

    static IllustratedStyle any(long seed, List<Hand> hands, List<Treatment> treatments) {
        SplittableRandom random = Seeds.random(seed, SALT);
        int pick = random.nextInt(treatments.size() - 1 + PLAIN_WEIGHT);
        Treatment treatment = pick < treatments.size() ? treatments.get(pick) : Treatment.PLAIN;
        return style(seed, hands, treatment, random);
    }

    static IllustratedStyle of(long seed, List<Hand> hands, Treatment treatment) {
        return style(seed, hands, treatment, Seeds.random(seed, SALT));
    }

    private static IllustratedStyle style(long seed, List<Hand> hands, Treatment treatment, SplittableRandom random) {
        List<Hand> suited = treatment.suitsOneColour()
                ? hands
                : hands.stream().filter(hand -> !hand.oneColour()).toList();
        Hand hand = pick(suited.isEmpty() ? hands : suited, random);
        Palette palette = treatment.palette(hand.oneColour(), random);
        List<Backdrop> backdrops = treatment.backdrops();
        Backdrop backdrop = random.nextInt(5) < 2 ? Backdrop.FLAT : pick(backdrops, random);
        Terrain terrain = random.nextDouble() < TERRAIN_SHARE
                ? Terrain.values()[1 + random.nextInt(Terrain.values().length - 1)]
                : Terrain.NONE;
        return new IllustratedStyle(seed, hand, treatment, palette, backdrop, terrain);
    }

    private static <T> T pick(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}
