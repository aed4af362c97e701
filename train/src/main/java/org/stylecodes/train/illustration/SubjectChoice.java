package org.stylecodes.train.illustration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.drawing.Hand;
import org.stylecodes.train.illustration.caption.CaptionGrammar;
import org.stylecodes.train.illustration.caption.Relation;
import org.stylecodes.train.illustration.caption.Subject;
import org.stylecodes.train.illustration.setting.Place;
import org.stylecodes.train.illustration.setting.Terrain;

/** Chooses what pictures show and where. Thread-safe. */
final class SubjectChoice {
    private static final double ONE_SHARE = .85;
    private static final double TWO_SHARE = .13;
    private static final double PLACE_SHARE = .25;
    private static final int TRIES = 400; // for a content that the hand draws; some hands draw half of them
    private static final List<Place> GROUNDS = List.of(Place.values()).stream()
            .filter(place -> place.terrain() != Terrain.NONE)
            .toList();
    private static final List<Place> SKIES = List.of(Place.values()).stream()
            .filter(place -> place.terrain() == Terrain.NONE)
            .toList();

    private final List<Content> contents;
    private final Cutouts cutouts;

    SubjectChoice(List<Content> contents, Cutouts cutouts) {
        this.contents = contents;
        this.cutouts = cutouts;
    }

    /** One thing, two in a relation, three, or several of one, of the contents that are allowed and that the hand draws. */
    Subject subject(Hand hand, Predicate<Content> allowed, SplittableRandom random) {
        double kind = random.nextDouble();
        Content first = content(hand, allowed, random);
        Subject alone = new Subject(List.of(first), 1, Optional.empty());
        if (kind < ONE_SHARE) {
            return alone;
        }
        if (kind >= ONE_SHARE + TWO_SHARE && random.nextBoolean() && CaptionGrammar.countable(first)) {
            return new Subject(List.of(first), 2 + random.nextInt(2), Optional.empty());
        }
        List<Content> several = new ArrayList<>(List.of(first, content(hand, allowed, random)));
        Optional<Relation> relation = Optional.empty();
        if (kind < ONE_SHARE + TWO_SHARE) {
            relation = Optional.of(relation(hand, random));
        } else {
            several.add(content(hand, allowed, random));
        }
        boolean different = several.stream().distinct().count() == several.size();
        return different ? new Subject(several, 1, relation) : alone;
    }

    private static Relation relation(Hand hand, SplittableRandom random) {
        Relation relation = Relation.values()[random.nextInt(Relation.values().length)];
        // Drawings in one colour would merge if one hid a part of another.
        return hand.oneColour() && relation == Relation.IN_FRONT ? Relation.BESIDE : relation;
    }

    private Content content(Hand hand, Predicate<Content> allowed, SplittableRandom random) {
        for (int i = 0; i < TRIES; i++) {
            Content content = contents.get(random.nextInt(contents.size()));
            if (allowed.test(content) && cutouts.of(content, hand).isPresent()) {
                return content;
            }
        }
        return contents.stream()
                .filter(allowed)
                .filter(content -> cutouts.of(content, hand).isPresent())
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        "The pack of drawings has no drawing by " + hand.id() + " that this picture may use."));
    }

    /** The places of a picture: mostly none, else one on the ground, one in the sky, or both. */
    static Set<Place> places(SplittableRandom random) {
        Set<Place> places = new LinkedHashSet<>();
        if (random.nextDouble() < PLACE_SHARE) {
            int kind = random.nextInt(10);
            if (kind < 7) {
                places.add(GROUNDS.get(random.nextInt(GROUNDS.size())));
            }
            if (kind >= 6) {
                places.add(SKIES.get(random.nextInt(SKIES.size())));
            }
        }
        return places;
    }
}
