package org.stylecodes.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stylecodes.Golden;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.prompt.KnownWords;

class TokenizerTest {
    private static final Tokenizer PUBLISHED = Tokenizer.open(Golden.path("tiny-sd15/tokenizer"));

    static Stream<JsonNode> cases() {
        return StreamSupport.stream(Golden.json("cases/tokenizer.json").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void idsArePublishedOnes(JsonNode example) {
        long[] expected = StreamSupport.stream(example.get("input_ids").spliterator(), false)
                .mapToLong(JsonNode::longValue)
                .toArray();
        assertArrayEquals(expected, PUBLISHED.encode(example.get("text").textValue()));
    }

    @Test
    void truncatedTextEndsWithTheEndToken() {
        Tokenizer tokenizer = Tokenizer.of(Vocabulary.of(List.of("a", "house")), SpecialTokens.clip(), 4);
        long end = tokenizer.vocabulary().ids().get(Vocabulary.END);
        long[] ids = tokenizer.encode("a house a house a house");
        assertEquals(4, ids.length);
        assertEquals(end, ids[3]);
    }

    @Test
    void countLeavesOutStartEndAndPadding() {
        assertEquals(5, PUBLISHED.count("a house on a hill"));
    }

    @Test
    void paddingMayBeAnotherToken() {
        SpecialTokens special = new SpecialTokens(Vocabulary.START, Vocabulary.END, Vocabulary.END, "!");
        Tokenizer tokenizer = Tokenizer.of(Vocabulary.of(List.of("a")), special, 5);
        assertEquals(0, tokenizer.encode("a")[4]);
        assertEquals(0, tokenizer.encode("a!")[2], "written out, it is the special token and not an exclamation mark");
    }

    @Test
    void everyWordOfAMadeVocabularyIsOneToken() {
        List<String> words = List.of("out", "house", "horse", "papap", "pap", "banana", "is", "his", "this", "café");
        Tokenizer tokenizer = Tokenizer.of(Vocabulary.of(words), SpecialTokens.clip(), 16);
        for (String word : words) {
            assertEquals(1, tokenizer.count(word), word);
        }
    }

    @Test
    void madeVocabularyCanEncodeAnyText() {
        Tokenizer tokenizer = Tokenizer.of(Vocabulary.of(List.of("house")), SpecialTokens.clip(), 32);
        long unknown = tokenizer.vocabulary().ids().get(Vocabulary.END);
        long[] tokens = Arrays.copyOfRange(tokenizer.encode("日本 zebra!"), 1, 1 + tokenizer.count("日本 zebra!"));
        assertEquals(6 + 5 + 1, tokens.length);
        assertEquals(0, Arrays.stream(tokens).filter(id -> id == unknown).count());
    }

    @Test
    void writtenFolderReadsBackTheSame(@TempDir Path folder) {
        Tokenizer made = Tokenizer.of(Vocabulary.of(List.of("house", "hill")), SpecialTokens.clip(), 12);
        made.write(folder.resolve("tokenizer"));
        Tokenizer read = Tokenizer.open(folder.resolve("tokenizer"));
        assertEquals(made.vocabulary(), read.vocabulary());
        assertEquals(made.special(), read.special());
        assertEquals(12, read.length());
    }

    @Test
    void oneFileOfNewerToolsReadsTheSame(@TempDir Path folder) throws IOException {
        String merges = PUBLISHED.vocabulary().merges().stream()
                .map(m -> "[\"" + m.replace(" ", "\",\"") + "\"]")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        String vocabulary = Files.readString(Golden.path("tiny-sd15/tokenizer/vocab.json"));
        Files.writeString(
                folder.resolve("tokenizer.json"),
                "{\"model\":{\"type\":\"BPE\",\"vocab\":" + vocabulary + ",\"merges\":[" + merges + "]}}");
        assertEquals(PUBLISHED.vocabulary(), Tokenizer.open(folder).vocabulary());
    }

    @Test
    void mergeOfUnknownTokensIsRefusedByName(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("vocab.json"), "{\"a\":0,\"b\":1}");
        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\na b\n");
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> Tokenizer.open(folder));
        assertEquals(
                folder + ": the merge \"a b\" reads or makes a token that is not in the vocabulary",
                refused.getMessage());
    }

    @Test
    void encodingALongWordTakesLinearTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> PUBLISHED.encode("th".repeat(200_000)));
    }

    @Test
    void aFolderWithoutWordsKnowsAnyWord() {
        assertEquals(KnownWords.ANY, PUBLISHED.vocabulary().known());
        assertEquals(KnownWords.ANY, Tokenizer.knownWords(Golden.path("tiny-sd15/tokenizer")));
    }

    @Test
    void aWrittenFolderListsItsWords(@TempDir Path folder) {
        Tokenizer.of(Vocabulary.of(List.of("house", "hill", ",")), SpecialTokens.clip(), 12)
                .write(folder);
        assertEquals(KnownWords.of(List.of("hill", "house")), Tokenizer.knownWords(folder));
    }

    @Test
    void wordsThatAreNotStringsAreRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"words\": [\"house\", 1]}");
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> Tokenizer.knownWords(folder));
        assertEquals(
                folder.resolve("tokenizer_config.json") + ": words: is [\"house\",1], expected a list of words",
                refused.getMessage());
    }
}
