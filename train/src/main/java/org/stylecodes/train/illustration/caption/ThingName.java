package org.stylecodes.train.illustration.caption;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The English name of a thing, in lower case, and how it bends. */
record ThingName(String text) {
    private static final Set<String> WITHOUT_ARTICLE = names("""
            asparagus, bacon, badminton, bamboo, beer, billiards, bowling, bread, broccoli, butter, canned food,
            champagne, cheese, clothing, coffee, cooked rice, cooking, corn, cricket, curling, curry rice, cutlery, fire,
            fog, food, footwear, fried rice, garlic, ginger, golf, green tea, hay, hockey, honey, ice, ice cream, ice
            hockey, jewellery, jewelry, lacrosse, lettuce, lightning, luggage, maize, meat, meat on bone, milk, money,
            pasta, popcorn, rain, red wine, rice, rugby, sake, salt, sand, saturn, seaweed, shaved ice, snow, soap, soft
            ice cream, soup, spaghetti, stew, sunshine, sushi, tea, tempura, tennis, thread, toast, tofu, water, wheat,
            wind, wine, yarn""");
    private static final Set<String> UNIQUE = Set.of("sun", "moon", "earth", "milky way");
    // Ends in s and still means one.
    private static final Set<String> ONE = names("""
            abacus, atlas, brachiosaurus, brontosaurus, bus, cactus, canvas, citrus, compass, crocus, diplodocus, eucalyptus,
            gas, hibiscus, hippopotamus, iris, lens, lotus, minibus, narcissus, octopus, platypus, rhinoceros, stylus, trolleybus,
            tyrannosaurus, triceratops, walrus""");
    private static final Set<String> SEVERAL = names("dice, feet, geese, leaves, mice, people, teeth");
    private static final Map<String, String> IRREGULAR = names("""
            aircraft aircraft, bison bison, blowfish blowfish, child children, deer deer, die dice, elf elves, fish fish,
            foot feet, goose geese, jellyfish jellyfish, knife knives, leaf leaves, loaf loaves, mango mangoes, mouse mice,
            ox oxen, potato potatoes, scarf scarves, sheep sheep, shrimp shrimp, squid squid, tomato tomatoes, tooth teeth,
            volcano volcanoes, wolf wolves""").stream()
            .map(pair -> pair.split(" "))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    // A vowel that is spoken as a consonant, and the other way round.
    private static final List<String> SPOKEN_CONSONANT =
            List.of("uni", "use", "uten", "uku", "ufo", "eu", "ewe", "one-", "once");
    private static final List<String> SPOKEN_VOWEL =
            List.of("hour", "honest", "heir", "honor", "honour", "mp3", "x-ray", "sos");
    private static final List<String> JOINTS = List.of(" of ", " on ", " with ", " without ", " in ", " for ", " and ");

    /** With the article that the name takes, which is none for masses and plurals. */
    String withArticle() {
        if (UNIQUE.contains(text)) {
            return "the " + text;
        }
        if (!countable()) {
            return text;
        }
        return article(text) + " " + text;
    }

    static String article(String phrase) {
        boolean vowel =
                "aeiou".indexOf(phrase.charAt(0)) >= 0 || SPOKEN_VOWEL.stream().anyMatch(phrase::startsWith);
        boolean consonant = SPOKEN_CONSONANT.stream().anyMatch(phrase::startsWith) && !phrase.startsWith("unin");
        return vowel && !consonant ? "an" : "a";
    }

    /** Whether it can be counted: neither a mass, such as bread, nor a plural already, such as scissors. */
    boolean countable() {
        String noun = head().substring(head().lastIndexOf(' ') + 1);
        boolean plural = SEVERAL.contains(noun) || noun.endsWith("s") && !noun.endsWith("ss") && !ONE.contains(noun);
        return !plural && !WITHOUT_ARTICLE.contains(text) && !UNIQUE.contains(text) && !text.contains(" and ");
    }

    /** The plural of a countable name. */
    String plural() {
        String head = head();
        int space = head.lastIndexOf(' ') + 1;
        return head.substring(0, space) + pluralOf(head.substring(space)) + text.substring(head.length());
    }

    // "ear" of "ear of corn".
    private String head() {
        int end = text.length();
        for (String joint : JOINTS) {
            int at = text.indexOf(joint);
            end = at > 0 ? Math.min(end, at) : end;
        }
        return text.substring(0, end);
    }

    private static Set<String> names(String list) {
        return Set.of(list.replace("\n", " ").split(", +"));
    }

    private static String pluralOf(String noun) {
        String irregular = IRREGULAR.get(noun);
        if (irregular != null) {
            return irregular;
        }
        if (noun.endsWith("man") && !noun.equals("human")) {
            return noun.substring(0, noun.length() - 3) + "men";
        }
        boolean hisses = List.of("s", "x", "z", "ch", "sh").stream().anyMatch(noun::endsWith);
        if (hisses) {
            return noun + "es";
        }
        boolean consonantY =
                noun.length() > 1 && noun.endsWith("y") && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0;
        return consonantY ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
