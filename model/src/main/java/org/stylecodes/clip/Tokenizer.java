package org.stylecodes.clip;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.stylecodes.prompt.KnownWords;
import org.stylecodes.prompt.PromptSplit;

/**
 * CLIP's tokenizer (Radford et al. 2021), with the results of {@code CLIPTokenizer} in transformers. A text becomes ids of byte pairs,
 * truncated or padded to a fixed length. Immutable and thread-safe.
 *
 * <pre>{@code
 * long[] ids = Tokenizer.open(Path.of("models/sd15/tokenizer")).encode("a house on a hill");
 * }</pre>
 */
public final class Tokenizer {
    private final Vocabulary vocabulary;
    private final BytePairs pairs;
    private final SpecialTokens special;
    private final Map<String, Integer> specialIds;
    private final Pattern specialPattern;
    private final int length;

    private Tokenizer(Vocabulary vocabulary, SpecialTokens special, int length) {
        this.vocabulary = vocabulary;
        this.pairs = vocabulary.pairs();
        this.special = special;
        this.length = length;
        this.specialIds = new LinkedHashMap<>();
        special.all().forEach(token -> specialIds.put(token, vocabulary.ids().get(token)));
        // The longest first, because one special token may be the beginning of another.
        this.specialPattern = Pattern.compile(special.all().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    /**
     * Makes a tokenizer.
     *
     * @param length the number of tokens in every encoded prompt, at least 2
     * @throws IllegalArgumentException if a special token is not in the vocabulary, or the length is too small
     */
    public static Tokenizer of(Vocabulary vocabulary, SpecialTokens special, int length) {
        if (length < 2) {
            throw new IllegalArgumentException(
                    "a prompt of length " + length + " has no room for the start and end tokens; expected at least 2");
        }
        for (String token : special.all()) {
            if (!vocabulary.ids().containsKey(token)) {
                throw new IllegalArgumentException("the special token " + token + " is not in the vocabulary");
            }
        }
        return new Tokenizer(vocabulary, special, length);
    }

    /**
     * Reads a tokenizer folder.
     *
     * @throws org.stylecodes.error.ModelFormatException if a file is missing or damaged, or the files contradict each other
     */
    public static Tokenizer open(Path folder) {
        return TokenizerFolder.read(folder);
    }

    /**
     * The words that the model of a tokenizer folder was trained on. The vocabulary is not read.
     *
     * @return the words, or {@link KnownWords#ANY} if the folder lists none or does not exist
     * @throws org.stylecodes.error.ModelFormatException if the folder's configuration is damaged
     */
    public static KnownWords knownWords(Path folder) {
        return TokenizerFolder.known(folder);
    }

    /**
     * Writes a tokenizer folder, which transformers can read too. Creates the folder if it does not exist.
     *
     * @throws org.stylecodes.error.StyleCodesException if a file cannot be written
     */
    public void write(Path folder) {
        TokenizerFolder.write(this, folder);
    }

    /**
     * The ids of a text: start token, at most {@link #length()} - 2 tokens of the text, end token, padding.
     *
     * @return {@link #length()} ids
     */
    public long[] encode(String text) {
        long[] tokens = tokens(text).limit(length - 2).toArray();
        long[] ids = new long[length];
        Arrays.fill(ids, specialId(special.padding()));
        ids[0] = specialId(special.start());
        System.arraycopy(tokens, 0, ids, 1, tokens.length);
        ids[tokens.length + 1] = specialId(special.end());
        return ids;
    }

    /** The number of tokens in a text, without start, end and padding. {@link #encode} drops tokens beyond {@link #length()} - 2. */
    public int count(String text) {
        return (int) tokens(text).count();
    }

    /** The number of ids that {@link #encode} returns. */
    public int length() {
        return length;
    }

    /** The vocabulary: the id of each token, and the merges. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The special tokens. */
    public SpecialTokens special() {
        return special;
    }

    private LongStream tokens(String text) {
        LongStream.Builder ids = LongStream.builder();
        int from = 0;
        for (Matcher found = specialPattern.matcher(text); found.find(); from = found.end()) {
            plainTokens(text.substring(from, found.start())).forEach(ids::add);
            ids.add(specialId(found.group()));
        }
        plainTokens(text.substring(from)).forEach(ids::add);
        return ids.build();
    }

    private long specialId(String token) {
        return Objects.requireNonNull(specialIds.get(token), token);
    }

    private LongStream plainTokens(String text) {
        return PromptSplit.parts(text).stream()
                .map(ByteAlphabet::encode)
                .flatMap(word -> pairs.merge(word).stream())
                .mapToLong(token -> vocabulary.ids().getOrDefault(token, specialIds.get(special.unknown())));
    }
}
