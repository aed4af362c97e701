package org.stylecodes.train.scene;

import java.util.List;
import java.util.Locale;

/** The objects that a scene can show. The ordinal is the object's id in files. */
public enum SceneObject {
    HOUSE(MadeThings::house, Noun.of("house"), Noun.of("home"), Noun.of("cottage")),
    TREE(LivingThings::tree, Noun.of("tree")),
    BOAT(MadeThings::boat, Noun.of("boat"), Noun.of("ship"), Noun.of("sailboat")),
    FISH(LivingThings::fish, new Noun("fish", "fish"), new Noun("goldfish", "goldfish")),
    CAT(LivingThings::cat, Noun.of("cat"), Noun.of("kitten")),
    FLOWER(LivingThings::flower, Noun.of("flower"), new Noun("daisy", "daisies"), Noun.of("blossom")),
    BIRD(LivingThings::bird, Noun.of("bird"), Noun.of("sparrow")),
    CAR(MadeThings::car, Noun.of("car"), Noun.of("automobile")),
    STAR(LivingThings::star, Noun.of("star")),
    MUSHROOM(LivingThings::mushroom, Noun.of("mushroom"), Noun.of("toadstool")),
    CUP(MadeThings::cup, Noun.of("cup"), Noun.of("mug"), Noun.of("teacup")),
    BALLOON(MadeThings::balloon, Noun.of("balloon"), Noun.of("hot air balloon")),
    CACTUS(LivingThings::cactus, new Noun("cactus", "cacti")),
    LIGHTHOUSE(MadeThings::lighthouse, Noun.of("lighthouse"), Noun.of("beacon")),
    ROCKET(MadeThings::rocket, Noun.of("rocket"), Noun.of("spaceship"), Noun.of("rocket ship")),
    APPLE(LivingThings::apple, Noun.of("apple"));

    private final Drawing drawing;
    private final Noun noun;
    private final List<Noun> synonyms;

    SceneObject(Drawing drawing, Noun noun, Noun... synonyms) {
        this.drawing = drawing;
        this.noun = noun;
        this.synonyms = List.of(synonyms);
    }

    /** The word that most captions use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Noun noun() {
        return noun;
    }

    List<Noun> synonyms() {
        return synonyms;
    }

    Drawing drawing() {
        return drawing;
    }
}
