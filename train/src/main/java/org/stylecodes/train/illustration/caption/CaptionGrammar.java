package org.stylecodes.train.illustration.caption;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.colour.ColourName;
import org.stylecodes.train.illustration.colour.Colouring;
import org.stylecodes.train.illustration.colour.Palette;
import org.stylecodes.train.illustration.setting.Place;
import org.stylecodes.train.illustration.treatment.Treatment;

/**
 * The grammar of captions: a subject, places, and in a part of the captions words for the treatment and the palette. Captions are
 * in lower case; every word is separated by a space, commas follow a word.
 */
public final class CaptionGrammar {
    private static final double SYNONYM_SHARE = .3;
    private static final double TREATMENT_SHARE = .5;
    private static final double PLAIN_SHARE = .1; // there is little to say about it
    private static final double PALETTE_SHARE = .15;
    private static final Pattern SPEAKABLE = Pattern.compile("[a-z][a-z'-]*( [a-z'-]+){0,3}");
    private static final List<String> NUMBERS = List.of("two", "three");

    private CaptionGrammar() {}

    /** A caption that follows from the generator. */
    public static String draw(
            Subject subject, Set<Place> places, Treatment treatment, Palette palette, SplittableRandom random) {
        StringBuilder text = new StringBuilder(subject(subject, random));
        for (Place place : places) {
            boolean common = random.nextInt(2) == 0;
            text.append(' ').append(common ? place.phrases().get(0) : pick(place.phrases(), random));
        }
        String caption = text.toString();
        if (random.nextDouble() < (treatment == Treatment.PLAIN ? PLAIN_SHARE : TREATMENT_SHARE)) {
            caption = pick(treatment.phrases(), random).replace("*", caption);
        }
        if (random.nextDouble() < PALETTE_SHARE) {
            caption += pick(palettePhrases(palette), random);
        }
        return caption;
    }

    /** Every word that a caption about the contents can hold, and the comma, sorted. */
    public static List<String> words(List<Content> contents) {
        Stream<String> names = contents.stream()
                .flatMap(content -> names(content).stream())
                .flatMap(name -> name.countable() ? Stream.of(name.text(), name.plural()) : Stream.of(name.text()));
        Stream<String> places = Stream.of(Place.values()).flatMap(place -> place.phrases().stream());
        Stream<String> relations = Stream.of(Relation.values()).flatMap(relation -> relation.phrases().stream());
        Stream<String> treatments = Stream.of(Treatment.values()).flatMap(treatment -> treatment.phrases().stream());
        Stream<String> colours = ColourName.all().stream();
        Stream<String> rest =
                Stream.of("a an and ,", "on a background", "in colours", "dark light bright", "two three");
        return Stream.of(names, places, relations, treatments, colours, rest)
                .flatMap(phrases -> phrases)
                .flatMap(phrase -> split(phrase.replace("*", " ")).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The words of a caption in order; commas are words of their own. */
    public static List<String> split(String caption) {
        return Stream.of(caption.replace(",", " , ").split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether it makes sense to draw several of a content. */
    public static boolean countable(Content content) {
        return new ThingName(content.label()).countable();
    }

    private static String subject(Subject subject, SplittableRandom random) {
        List<Content> contents = subject.contents();
        if (subject.number() > 1) {
            ThingName name = name(contents.get(0), random);
            ThingName counted =
                    name.countable() ? name : new ThingName(contents.get(0).label());
            return NUMBERS.get(subject.number() - 2) + " " + counted.plural();
        }
        List<String> names = contents.stream()
                .map(content -> name(content, random).withArticle())
                .toList();
        if (subject.relation().isPresent()) {
            Relation relation = subject.relation().get();
            return names.get(0) + " " + pick(relation.phrases(), random) + " " + names.get(1);
        }
        int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : names.subList(0, last).stream().collect(Collectors.joining(", ")) + " and " + names.get(last);
    }

    private static ThingName name(Content content, SplittableRandom random) {
        List<ThingName> names = names(content);
        return random.nextDouble() < SYNONYM_SHARE ? pick(names, random) : names.get(0);
    }

    // The label, then the synonyms that can be said.
    private static List<ThingName> names(Content content) {
        List<ThingName> names = new ArrayList<>(List.of(new ThingName(content.label())));
        content.synonyms().stream()
                .filter(synonym -> SPEAKABLE.matcher(synonym).matches())
                .forEach(synonym -> names.add(new ThingName(synonym)));
        return names;
    }

    private static List<String> palettePhrases(Palette palette) {
        String background = ColourName.of(palette.paper());
        List<String> phrases = new ArrayList<>();
        phrases.add(" on " + ThingName.article(background) + " " + background + " background");
        phrases.add(palette.dark() ? " on a dark background" : ", " + background + " background");
        if (palette.colouring() == Colouring.TONES) {
            Colour body = palette.tones().get(palette.dark() ? 1 : 2);
            phrases.add(" in " + ColourName.of(body));
        } else if (palette.colouring() == Colouring.DRAWN) {
            phrases.add(palette.dark() ? ", dark colours" : ", bright colours");
        }
        return phrases;
    }

    private static <T> T pick(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}
