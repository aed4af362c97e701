package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stylecodes.ModelInfo;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.prompt.KnownWords;
import org.stylecodes.train.scene.Captions;

class RequestWarningsTest {
    private static final ModelInfo NANO = info();

    @Test
    void theBuiltInModelKnowsTheWordsOfItsCaptions() {
        assertEquals(KnownWords.of(Captions.words()), NANO.words());
    }

    @Test
    void aPromptOfKnownWordsGivesNoWarning() {
        assertEquals("", warnings(Request.of("A house on a hill, at night.").negative("trees")));
        assertEquals("", warnings(Request.of("")));
    }

    @Test
    void wordsThatTheModelNeverLearnedAreNamed() {
        assertEquals(
                "nano1 has not learned the words \"dragon\", \"castle\", and may draw anything for them;"
                        + " 'stylecodes model info' lists the words that it knows\n",
                warnings(Request.of("a dragon near a castle")));
        assertEquals(
                "nano1 has not learned the word \"people\", and may draw anything for it;"
                        + " 'stylecodes model info' lists the words that it knows\n",
                warnings(Request.of("a house").negative("people")));
    }

    @Test
    void wordsOfSeveralRequestsAreNamedTogetherAndOnce() {
        assertEquals(
                "nano1 has not learned the words \"dragon\", \"castle\", and may draw anything for them;"
                        + " 'stylecodes model info' lists the words that it knows\n",
                warnings(Request.of("a dragon"), Request.of("a castle"), Request.of("a dragon")));
    }

    @Test
    void onlyTheFirstOfManyWordsAreNamed() {
        assertEquals(
                "nano1 has not learned the words \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", \"i\", \"j\", \"k\" and 2"
                        + " more, and may draw anything for them; 'stylecodes model info' lists the words that it knows\n",
                warnings(Request.of("a b c d e f g h i j k l m")));
    }

    @Test
    void aSideBelowHalfOfTheModelsSizeGivesAWarning() {
        assertEquals(
                "the size is 128x56, less than half of the 128x128 that nano1 was trained for; the picture will be hard"
                        + " to recognize\n",
                warnings(Request.of("a cat").size(128, 56), Request.of("a boat").size(128, 56)));
        assertEquals(
                "the size is 56x64, less than half of the 128x128 that nano1 was trained for; the picture will be hard"
                        + " to recognize\n",
                warnings(Request.of("a cat").size(56, 64)));
    }

    @Test
    void halfOfTheModelsSizeIsEnough() {
        assertEquals("", warnings(Request.of("a cat").size(64, 64)));
    }

    private static ModelInfo info() {
        try (StyleCodes model = StyleCodes.nano()) {
            return model.info();
        }
    }

    private static String warnings(Request... requests) {
        StringWriter written = new StringWriter();
        new RequestWarnings(NANO, new PrintWriter(written))
                .of(Stream.of(requests).toList());
        return written.toString().replace("\r\n", "\n");
    }
}
