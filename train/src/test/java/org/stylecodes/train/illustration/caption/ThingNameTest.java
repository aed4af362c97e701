package org.stylecodes.train.illustration.caption;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThingNameTest {
    @ParameterizedTest
    @CsvSource({
        "fox, a fox",
        "owl, an owl",
        "hourglass, an hourglass",
        "unicorn, a unicorn",
        "ufo, a ufo",
        "umbrella, an umbrella",
        "ear of corn, an ear of corn",
        "scissors, scissors",
        "glasses, glasses",
        "bread, bread",
        "bus, a bus",
        "cactus, a cactus",
        "cherries, cherries",
        "fork and knife, fork and knife",
        "glass of milk, a glass of milk",
        "bowl of rice, a bowl of rice",
        "sun, the sun",
        "crossed swords, crossed swords",
        "dress, a dress",
        "rhinoceros, a rhinoceros",
        "basketball, a basketball"
    })
    void takesTheArticleItNeeds(String name, String expected) {
        assertEquals(expected, new ThingName(name).withArticle());
    }

    @ParameterizedTest
    @CsvSource({
        "cat, cats",
        "fox, foxes",
        "cherry, cherries",
        "toy, toys",
        "mouse, mice",
        "wolf, wolves",
        "ear of corn, ears of corn",
        "fire engine, fire engines",
        "snowman, snowmen",
        "fish, fish",
        "kitchen knife, kitchen knives",
        "tomato, tomatoes",
        "bus, buses",
        "lunch box, lunch boxes",
        "computer mouse, computer mice"
    })
    void hasAPlural(String name, String expected) {
        assertEquals(expected, new ThingName(name).plural());
    }
}
