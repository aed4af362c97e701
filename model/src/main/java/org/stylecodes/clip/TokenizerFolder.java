package org.stylecodes.clip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.InputFile;
import org.stylecodes.format.JsonFile;
import org.stylecodes.prompt.KnownWords;

/**
 * Reads and writes the files of a tokenizer: {@code tokenizer_config.json}, {@code special_tokens_map.json}, and either {@code vocab.json}
 * with {@code merges.txt} or the single {@code tokenizer.json} of newer tools.
 */
final class TokenizerFolder {
    private static final String CONFIG = "tokenizer_config.json";
    private static final String SPECIAL = "special_tokens_map.json";
    private static final String VOCABULARY = "vocab.json";
    private static final String MERGES = "merges.txt";
    private static final String SINGLE_FILE = "tokenizer.json";
    private static final String WORDS = "words"; // transformers ignores this key
    private static final String MERGES_HEADER = "#version: 0.2";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    // transformers writes the length 1e30 for "no length". CLIP's context length is used then.
    private static final int CLIP_LENGTH = 77;
    private static final int MAX_LENGTH = 1 << 20;

    private TokenizerFolder() {}

    static Tokenizer read(Path folder) {
        JsonNode config = config(folder);
        try {
            KnownWords known = known(folder, config);
            Vocabulary vocabulary =
                    Files.exists(folder.resolve(VOCABULARY)) ? twoFiles(folder, known) : oneFile(folder, known);
            return Tokenizer.of(vocabulary, special(folder, config), length(folder, config));
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(folder.toString(), String.valueOf(e.getMessage()), e);
        }
    }

    /** The words in the folder's configuration. The vocabulary is not read. */
    static KnownWords known(Path folder) {
        return known(folder, config(folder));
    }

    static void write(Tokenizer tokenizer, Path folder) {
        SpecialTokens special = tokenizer.special();
        ObjectNode tokens = JSON.objectNode()
                .put("bos_token", special.start())
                .put("eos_token", special.end())
                .put("pad_token", special.padding())
                .put("unk_token", special.unknown());
        ObjectNode config =
                tokens.deepCopy().put("model_max_length", tokenizer.length()).put("tokenizer_class", "CLIPTokenizer");
        if (!tokenizer.vocabulary().known().equals(KnownWords.ANY)) {
            ArrayNode words = config.putArray(WORDS);
            tokenizer.vocabulary().known().words().forEach(words::add);
        }
        ObjectNode ids = JSON.objectNode();
        tokenizer.vocabulary().ids().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        JsonFile.write(folder.resolve(CONFIG), config);
        JsonFile.write(folder.resolve(SPECIAL), tokens);
        JsonFile.write(folder.resolve(VOCABULARY), ids);
        try {
            Files.writeString(
                    folder.resolve(MERGES),
                    MERGES_HEADER + "\n"
                            + String.join("\n", tokenizer.vocabulary().merges()) + "\n");
        } catch (IOException e) {
            throw new EnvironmentException("cannot write the tokenizer to " + folder + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode config(Path folder) {
        Path file = folder.resolve(CONFIG);
        return Files.exists(file) ? JsonFile.read(file) : JSON.objectNode();
    }

    private static KnownWords known(Path folder, JsonNode config) {
        JsonNode words = config.path(WORDS);
        if (words.isMissingNode()) {
            return KnownWords.ANY;
        }
        List<String> texts = words.valueStream().map(JsonNode::textValue).toList();
        if (!words.isArray() || texts.contains(null)) {
            throw new ModelFormatException(
                    folder.resolve(CONFIG).toString(), WORDS, -1, "is " + words + ", expected a list of words");
        }
        return KnownWords.of(texts);
    }

    private static Vocabulary twoFiles(Path folder, KnownWords known) {
        List<String> merges = text(folder.resolve(MERGES))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#version"))
                .toList();
        Path file = folder.resolve(VOCABULARY);
        return new Vocabulary(ids(file, JsonFile.read(file)), merges, known);
    }

    private static Vocabulary oneFile(Path folder, KnownWords known) {
        Path file = folder.resolve(SINGLE_FILE);
        JsonNode model = JsonFile.read(file).path("model");
        List<String> merges = new ArrayList<>();
        for (JsonNode merge : model.path("merges")) {
            merges.add(
                    merge.isArray()
                            ? merge.path(0).asText() + " " + merge.path(1).asText()
                            : merge.asText());
        }
        return new Vocabulary(ids(file, model.path("vocab")), merges, known);
    }

    private static Map<String, Integer> ids(Path file, JsonNode vocabulary) {
        if (!vocabulary.isObject() || vocabulary.isEmpty()) {
            throw new ModelFormatException(file.toString(), "has no vocabulary");
        }
        Map<String, Integer> ids = new HashMap<>();
        vocabulary.properties().forEach(entry -> {
            if (!entry.getValue().isInt()) {
                throw new ModelFormatException(
                        file.toString(),
                        entry.getKey(),
                        -1,
                        "has the id " + entry.getValue() + ", expected a whole number");
            }
            ids.put(entry.getKey(), entry.getValue().intValue());
        });
        return ids;
    }

    // As in transformers: the map takes precedence, unless the configuration lists its added tokens itself.
    private static SpecialTokens special(Path folder, JsonNode config) {
        JsonNode map = Files.exists(folder.resolve(SPECIAL)) && !config.has("added_tokens_decoder")
                ? JsonFile.read(folder.resolve(SPECIAL))
                : JSON.objectNode();
        return new SpecialTokens(
                special(map, config, "bos_token", Vocabulary.START),
                special(map, config, "eos_token", Vocabulary.END),
                special(map, config, "unk_token", Vocabulary.END),
                special(map, config, "pad_token", Vocabulary.END));
    }

    private static String special(JsonNode map, JsonNode config, String key, String absent) {
        JsonNode token = map.hasNonNull(key) ? map.get(key) : config.path(key);
        // A token is either a string or an object that contains the string.
        return token.isObject() ? token.path("content").asText(absent) : token.asText(absent);
    }

    private static int length(Path folder, JsonNode config) {
        JsonNode length = config.path("model_max_length");
        if (length.isMissingNode() || length.isNull() || length.isNumber() && length.doubleValue() > MAX_LENGTH) {
            return CLIP_LENGTH;
        }
        if (!length.isInt()) {
            throw new ModelFormatException(
                    folder.resolve(CONFIG).toString(),
                    "model_max_length",
                    -1,
                    "is " + length + ", expected a whole number");
        }
        return length.intValue();
    }

    private static String text(Path file) {
        byte[] text = InputFile.bytes(file);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ModelFormatException(file.toString(), "is not UTF-8 text", e);
        }
    }
}
