package org.stylecodes.train.scene;

/** A word for an object, for one and for two of it. */
record Noun(String singular, String plural) {
    /** A noun whose plural only takes an s. */
    static Noun of(String singular) {
        return new Noun(singular, singular + "s");
    }

    /** With its article: "a house", "an apple". */
    String withArticle() {
        return ("aeiou".indexOf(singular.charAt(0)) >= 0 ? "an " : "a ") + singular;
    }
}
