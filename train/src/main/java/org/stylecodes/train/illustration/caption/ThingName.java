package org.stylecodes.train.illustration.caption;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The English name of a thing, in lower case, and how it bends. */
record ThingName(String text) {
    private static final Set<String> WITHOUT_ARTICLE = Set.of(
            "bread", "bacon", "popcorn", "spaghetti", "sushi", "soup", "stew", "broccoli", "fire", "rice", "curry rice", "cooking",
            "canned food", "sake", "yarn", "tennis", "badminton", "volleyball", "baseball", "basketball", "american football",
            "honey", "butter", "salt", "garlic", "ginger", "milk", "cheese", "wheat", "hay", "luggage", "soap", "toast", "corn",
            "shaved ice", "ice", "lettuce", "money", "meat", "food", "fog", "wind", "rain", "snow", "lightning", "thread",
            "bamboo", "seaweed", "coffee", "tea", "wine", "beer", "meat on bone", "soft ice cream", "ice cream", "asparagus",
            "fried rice", "sand", "water", "jewelry", "jewellery", "clothing", "footwear", "pasta", "sunshine", "maize", "tofu",
            "curling", "golf", "cricket", "hockey", "ice hockey", "lacrosse", "rugby", "bowling", "billiards", "pool");
    private static final Set<String> UNIQUE = Set.of("sun", "moon", "earth", "milky way");
    // Ends in s and still means one.
    private static final Set<String> ONE = Set.of(
            "bus", "cactus", "octopus", "hibiscus", "dress", "glass", "compass", "cross", "walrus", "christmas", "platypus",
            "lens", "abacus", "lotus", "hippopotamus", "triceratops", "moss", "canvas", "atlas", "crocus", "tennis", "us",
            "trolleybus", "minibus", "mattress", "fortress", "hourglass", "lioness", "princess", "mess", "chess", "bass",
            "narcissus", "citrus", "gas", "iris", "brass", "grass", "asparagus", "hummus", "eucalyptus", "stylus", "tyrannosaurus",
            "diplodocus", "brontosaurus", "brachiosaurus", "sinus", "virus", "cutlass", "press", "albatross", "molasses", "class");
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("mouse", "mice"),
            Map.entry("goose", "geese"),
            Map.entry("sheep", "sheep"),
            Map.entry("deer", "deer"),
            Map.entry("fish", "fish"),
            Map.entry("blowfish", "blowfish"),
            Map.entry("jellyfish", "jellyfish"),
            Map.entry("shrimp", "shrimp"),
            Map.entry("squid", "squid"),
            Map.entry("knife", "knives"),
            Map.entry("leaf", "leaves"),
            Map.entry("loaf", "loaves"),
            Map.entry("wolf", "wolves"),
            Map.entry("scarf", "scarves"),
            Map.entry("elf", "elves"),
            Map.entry("ox", "oxen"),
            Map.entry("foot", "feet"),
            Map.entry("tooth", "teeth"),
            Map.entry("snowman", "snowmen"),
            Map.entry("man", "men"),
            Map.entry("child", "children"),
            Map.entry("tomato", "tomatoes"),
            Map.entry("potato", "potatoes"),
            Map.entry("volcano", "volcanoes"),
            Map.entry("mango", "mangoes"),
            Map.entry("die", "dice"),
            Map.entry("aircraft", "aircraft"),
            Map.entry("bison", "bison"));
    // A vowel that is spoken as a consonant, and the other way round.
    private static final List<String> SPOKEN_CONSONANT =
            List.of("uni", "use", "uten", "uku", "ufo", "eu", "ewe", "one-", "once");
    private static final List<String> SPOKEN_VOWEL = List.of("hour", "honest", "heir", "honor", "honour", "mp3", "x-ray", "sos");
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
        boolean vowel = "aeiou".indexOf(phrase.charAt(0)) >= 0 || SPOKEN_VOWEL.stream().anyMatch(phrase::startsWith);
        boolean consonant = SPOKEN_CONSONANT.stream().anyMatch(phrase::startsWith) && !phrase.startsWith("unin");
        return vowel && !consonant ? "an" : "a";
    }

    /** Whether it can be counted: neither a mass, such as bread, nor a plural already, such as scissors. */
    boolean countable() {
        String noun = head().substring(head().lastIndexOf(' ') + 1);
        boolean plural = noun.endsWith("s") && !noun.endsWith("ss") && !ONE.contains(noun)
                || Set.of("swords", "mice", "dice", "geese", "leaves", "fries", "people", "feet", "teeth").contains(noun);
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
        boolean consonantY = noun.length() > 1 && noun.endsWith("y") && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0;
        return consonantY ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
