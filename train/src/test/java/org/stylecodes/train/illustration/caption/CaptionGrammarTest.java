package org.stylecodes.train.illustration.caption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.illustration.colour.Colouring;
import org.stylecodes.train.illustration.colour.Palette;
import org.stylecodes.train.illustration.colour.PaperTone;
import org.stylecodes.train.illustration.setting.Place;
import org.stylecodes.train.illustration.treatment.Treatment;

class CaptionGrammarTest {
    private static final Content OWL = new Content("1", "owl", List.of(), "animals-nature");
    private static final Content TREE = new Content("2", "tree", List.of(), "animals-nature");
    private static final Content APPLE = new Content("3", "apple", List.of(), "food");
    private static final Palette PALETTE = Palette.draw(PaperTone.DARK, Colouring.DRAWN, new SplittableRandom(1));

    private static Set<String> captions(Subject subject, Set<Place> places, Treatment treatment) {
        return LongStream.range(0, 500)
                .mapToObj(seed -> CaptionGrammar.draw(subject, places, treatment, PALETTE, new SplittableRandom(seed)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void assertHolds(Set<String> captions, String... expected) {
        assertTrue(captions.containsAll(List.of(expected)), captions.toString());
    }

    @Test
    void oneThingAtAPlace() {
        Subject owl = new Subject(List.of(OWL), 1, Optional.empty());
        assertHolds(captions(owl, Set.of(Place.HILL), Treatment.PLAIN), "an owl on a hill", "an owl on top of a hill");
    }

    @Test
    void treatmentGoesBeforeOrAfterTheSubject() {
        Subject owl = new Subject(List.of(OWL), 1, Optional.empty());
        assertHolds(captions(owl, Set.of(), Treatment.PIXEL), "an owl", "pixel art of an owl", "an owl, pixel art");
        assertHolds(captions(owl, Set.of(), Treatment.CLAY), "a relief of an owl in clay");
    }

    @Test
    void halfOfTheCaptionsNameTheTreatment() {
        Subject owl = new Subject(List.of(OWL), 1, Optional.empty());
        long named = LongStream.range(0, 2000)
                .mapToObj(seed ->
                        CaptionGrammar.draw(owl, Set.of(), Treatment.MOSAIC, PALETTE, new SplittableRandom(seed)))
                .filter(caption -> caption.contains("mosaic"))
                .count();
        assertEquals(.5, named / 2000., .05);
    }

    @Test
    void relationStandsBetweenTwoThings() {
        Subject pair = new Subject(List.of(OWL, TREE), 1, Optional.of(Relation.LEFT));
        assertHolds(captions(pair, Set.of(), Treatment.PLAIN), "an owl left of a tree", "an owl to the left of a tree");
    }

    @Test
    void severalThingsAreCountedOrListed() {
        assertHolds(captions(new Subject(List.of(OWL), 2, Optional.empty()), Set.of(), Treatment.PLAIN), "two owls");
        assertHolds(
                captions(new Subject(List.of(OWL, TREE, APPLE), 1, Optional.empty()), Set.of(), Treatment.PLAIN),
                "an owl, a tree and an apple");
    }

    @Test
    void commasAreWords() {
        assertEquals(List.of("an", "owl", ",", "pixel", "art"), CaptionGrammar.split("an owl, pixel art"));
    }
}
