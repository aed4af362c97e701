package org.stylecodes.train.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The grammar of captions: [a picture of] objects [ground] [sky] [palette]. */
public final class Captions {
    private static final double FAMILY_SHARE = .6;
    private static final double OPENING_SHARE = .06;
    private static final List<String> OPENINGS =
            List.of("a picture of", "a drawing of", "a painting of", "an illustration of");

    private Captions() {}

    /** Every word that a caption can hold, and the comma, sorted: the vocabulary of a tokenizer. */
    public static List<String> words() {
        Stream<String> nouns = Stream.of(SceneObject.values())
                .flatMap(object -> Stream.concat(Stream.of(object.noun()), object.synonyms().stream()))
                .flatMap(noun -> Stream.of(noun.withArticle(), noun.plural()));
        Stream<String> grounds =
                Stream.of(Ground.values()).flatMap(ground -> ground.phrases().all());
        Stream<String> skies =
                Stream.of(Sky.values()).flatMap(sky -> sky.phrases().all());
        Stream<String> families = Stream.of(PaletteFamily.values())
                .flatMap(family -> ofFamily(family).all());
        return Stream.of(nouns, grounds, skies, families, OPENINGS.stream(), Stream.of("and two"))
                .flatMap(phrases -> phrases)
                .flatMap(phrase -> words(phrase).stream())
                .distinct()
                .sorted()
                .collect(Collectors.toUnmodifiableList());
    }

    /** A caption's words in order, commas as words of their own. */
    public static List<String> words(String caption) {
        return Stream.of(caption.replace(",", " , ").split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static String plain(SceneContent content) {
        List<Noun> nouns = content.objects().stream().map(SceneObject::noun).toList();
        return join(List.of(
                subject(nouns),
                content.ground().phrases().canonical(),
                content.sky().phrases().canonical()));
    }

    static String draw(SceneContent content, PaletteFamily family, SplittableRandom random) {
        List<String> parts = new ArrayList<>();
        if (random.nextDouble() < OPENING_SHARE) {
            parts.add(OPENINGS.get(random.nextInt(OPENINGS.size())));
        }
        parts.add(subject(drawNouns(content, random)));
        parts.add(content.ground().phrases().draw(random));
        parts.add(content.sky().phrases().draw(random));
        if (random.nextDouble() < FAMILY_SHARE) {
            parts.add(ofFamily(family).draw(random));
        }
        return join(parts);
    }

    private static List<Noun> drawNouns(SceneContent content, SplittableRandom random) {
        List<Noun> nouns = new ArrayList<>();
        for (SceneObject object : content.objects()) {
            nouns.add(Phrases.pick(List.of(object.noun()), object.synonyms(), random));
        }
        boolean equal = content.objects().stream().distinct().count() < nouns.size();
        return equal ? List.of(nouns.get(0), nouns.get(0)) : nouns;
    }

    private static String subject(List<Noun> nouns) {
        if (nouns.stream().distinct().count() < nouns.size()) {
            return "two " + nouns.get(0).plural();
        }
        return nouns.stream().map(Noun::withArticle).collect(Collectors.joining(" and "));
    }

    private static String join(List<String> parts) {
        return parts.stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "))
                .replace(" ,", ",");
    }

    private static Phrases ofFamily(PaletteFamily family) {
        return switch (family) {
            case FREE -> Phrases.of("");
            case PASTEL -> colours("pastel", "soft");
            case VIVID -> colours("vivid", "bright", "colourful", "colorful");
            case GREY -> colours("grey", "gray");
            case DARK, WARM, COOL -> colours(family.name().toLowerCase(Locale.ROOT));
        };
    }

    private static Phrases colours(String word, String... synonyms) {
        List<String> rare = new ArrayList<>(
                List.of("in " + word + " colours", "in " + word + " colors", ", " + word + " colors", ", " + word));
        for (String synonym : synonyms) {
            rare.add(", " + synonym + " colours");
            rare.add(", " + synonym);
        }
        return new Phrases(List.of(", " + word + " colours"), List.copyOf(rare));
    }
}
