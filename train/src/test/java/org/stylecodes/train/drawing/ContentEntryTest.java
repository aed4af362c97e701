package org.stylecodes.train.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentEntryTest {
    private static final List<ContentEntry> ALL = ContentEntry.all();

    @Test
    void everyNameMeansOneContent() {
        Set<String> names = new HashSet<>();
        for (ContentEntry entry : ALL) {
            assertTrue(names.add(entry.content().label()), entry.content().label());
            entry.content().synonyms().forEach(synonym -> assertTrue(names.add(synonym), synonym));
        }
        assertTrue(ALL.size() >= 340, "contents: " + ALL.size());
    }

    @Test
    void aContentHasAtMostFourSynonyms() {
        assertEquals(
                List.of(),
                ALL.stream()
                        .filter(entry -> entry.content().synonyms().size() > 4)
                        .toList());
    }

    @Test
    void iconsAreNamedForKnownHands() {
        Set<String> hands = new HashSet<>();
        Source.all().forEach(source -> hands.add(source.hand().id()));
        ALL.forEach(entry -> assertTrue(
                hands.containsAll(entry.icons().keySet()), entry.content().label()));
    }

    @Test
    void twelveHandsAreForTrainingAndThreeAreHeldOut() {
        assertEquals(
                List.of("emojione", "emojione-monotone", "streamline-emojis"),
                Source.all().stream()
                        .filter(source -> source.hand().heldOut())
                        .map(source -> source.hand().id())
                        .toList());
        assertEquals(15, Source.all().size());
        Source.all().forEach(source -> assertTrue(source.sha256().matches("[0-9a-f]{64}"), source.origin()));
    }
}
