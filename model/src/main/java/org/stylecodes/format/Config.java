package org.stylecodes.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.error.UnsupportedOptionException;

/**
 * A published {@code config.json}, read key by key. Every key is either used, {@linkplain #ignore ignored} by name, or
 * {@linkplain #require required} to have a supported value. {@link #done} refuses all other keys. Not thread-safe.
 */
public final class Config {
    // Keys that transformers writes into every configuration: notes, training options and options of text generation.
    private static final String[] TRANSFORMERS = """
            add_cross_attention architectures attn_implementation auto_map bad_words_ids begin_suppress_tokens
            bos_token_id chunk_size_feed_forward cross_attention_hidden_size decoder_start_token_id diversity_penalty
            do_sample dtype early_stopping encoder_no_repeat_ngram_size eos_token_id exponential_decay_length_penalty
            finetuning_task forced_bos_token_id forced_eos_token_id gradient_checkpointing id2label is_decoder
            is_encoder_decoder label2id length_penalty max_length min_length model_type no_repeat_ngram_size
            num_beam_groups num_beams num_return_sequences output_attentions output_hidden_states output_scores
            pad_token_id prefix problem_type pruned_heads remove_invalid_values repetition_penalty return_dict
            return_dict_in_generate sep_token_id suppress_tokens task_specific_params temperature
            tf_legacy_loss tie_encoder_decoder tie_word_embeddings tokenizer_class top_k top_p torch_dtype torchscript
            transformers_version typical_p use_bfloat16 use_cache""".split("\\s+");

    private final String file;
    private final JsonNode json;
    private final Set<String> handled = new HashSet<>();

    private Config(String file, JsonNode json) {
        this.file = file;
        this.json = json;
    }

    /**
     * Wraps a JSON object.
     *
     * @param file the file's name, for messages
     * @throws ModelFormatException if the JSON is not an object
     */
    public static Config of(String file, JsonNode json) {
        if (!json.isObject()) {
            throw new ModelFormatException(file, "is not a JSON object");
        }
        return new Config(file, json);
    }

    /** Whether the key is present and not null. */
    public boolean has(String key) {
        handled.add(key);
        return json.hasNonNull(key);
    }

    /** A required whole number. */
    public int integer(String key) {
        JsonNode value = node(key);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw refused(key, "is " + value + ", expected a whole number");
        }
        return value.intValue();
    }

    /** A whole number, or the default if the key is absent. */
    public int integer(String key, int absent) {
        return has(key) ? integer(key) : absent;
    }

    /** A whole number of at least 1, or the default if the key is absent. */
    public int positive(String key, int absent) {
        return has(key) ? positive(key) : absent;
    }

    /** A required whole number of at least 1. */
    public int positive(String key) {
        int value = integer(key);
        if (value < 1) {
            throw refused(key, "is " + value + ", expected a positive whole number");
        }
        return value;
    }

    /** A number, or the default if the key is absent. */
    public double number(String key, double absent) {
        if (!has(key)) {
            return absent;
        }
        JsonNode value = node(key);
        if (!value.isNumber()) {
            throw refused(key, "is " + value + ", expected a number");
        }
        return value.doubleValue();
    }

    /** A boolean, or the default if the key is absent. */
    public boolean flag(String key, boolean absent) {
        if (!has(key)) {
            return absent;
        }
        JsonNode value = node(key);
        if (!value.isBoolean()) {
            throw refused(key, "is " + value + ", expected true or false");
        }
        return value.booleanValue();
    }

    /** A string, or the default if the key is absent. */
    public String text(String key, String absent) {
        return has(key) ? text(key) : absent;
    }

    /** The enum constant whose lower-case name is the value, or the default if the key is absent. */
    public <E extends Enum<E>> E choice(String key, E absent) {
        return has(key) ? choice(key, absent.getDeclaringClass()) : absent;
    }

    /** The enum constant whose lower-case name is the required value. */
    public <E extends Enum<E>> E choice(String key, Class<E> of) {
        String value = text(key);
        for (E constant : of.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
                return constant;
            }
        }
        String supported = Arrays.toString(of.getEnumConstants()).toLowerCase(Locale.ROOT);
        throw unsupported(key, "is " + value + ", supported: " + supported);
    }

    /** A required string. */
    public String text(String key) {
        JsonNode value = node(key);
        if (!value.isTextual()) {
            throw refused(key, "is " + value + ", expected a string");
        }
        return value.textValue();
    }

    /** A required list of at least one positive whole number. */
    public int[] integers(String key) {
        JsonNode value = node(key);
        if (!value.isArray() || value.isEmpty()) {
            throw refused(key, "is " + value + ", expected a list of whole numbers");
        }
        int[] numbers = new int[value.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode element = value.get(i);
            if (!element.isIntegralNumber() || !element.canConvertToInt() || element.intValue() < 1) {
                throw refused(key, "has " + element + " at index " + i + ", expected a positive whole number");
            }
            numbers[i] = element.intValue();
        }
        return numbers;
    }

    /** {@code count} positive whole numbers: a list of that length, or one number that stands for all. */
    public int[] integersOf(String key, int count, int absent) {
        if (has(key) && node(key).isArray()) {
            int[] numbers = integers(key);
            if (numbers.length != count) {
                throw refused(key, "has " + numbers.length + " entries, expected one number or " + count);
            }
            return numbers;
        }
        int number = integer(key, absent);
        if (number < 1) {
            throw refused(key, "is " + number + ", expected a positive whole number");
        }
        int[] numbers = new int[count];
        Arrays.fill(numbers, number);
        return numbers;
    }

    /** A required list of numbers. */
    public List<Double> numbers(String key) {
        return numbers(key, node(key));
    }

    /** A required list of lists of numbers. */
    public List<List<Double>> rows(String key) {
        List<List<Double>> rows = new ArrayList<>();
        node(key).forEach(row -> rows.add(numbers(key, row)));
        return rows;
    }

    /** An object with any keys, or an empty object if the key is absent. */
    public ObjectNode freeForm(String key) {
        if (!has(key)) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (node(key) instanceof ObjectNode object) {
            return object.deepCopy();
        }
        throw refused(key, "is " + node(key) + ", expected an object");
    }

    /** A required list of at least one string. */
    public String[] texts(String key) {
        JsonNode value = node(key);
        if (!value.isArray() || value.isEmpty()) {
            throw refused(key, "is " + value + ", expected a list of strings");
        }
        String[] texts = new String[value.size()];
        for (int i = 0; i < texts.length; i++) {
            if (!value.get(i).isTextual()) {
                throw refused(key, "has " + value.get(i) + " at index " + i + ", expected a string");
            }
            texts[i] = value.get(i).textValue();
        }
        return texts;
    }

    /** A required object within this one, read in the same way. */
    public Config object(String key) {
        JsonNode value = node(key);
        if (!value.isObject()) {
            throw refused(key, "is " + value + ", expected an object");
        }
        return new Config(file + ": " + key, value);
    }

    /** Refuses every value except these. An absent or null key passes. Values are compared in their JSON form. */
    public void require(String key, Object... supported) {
        if (!has(key)) {
            return;
        }
        JsonNode value = node(key);
        if (Arrays.stream(supported).anyMatch(s -> s.toString().equals(value.asText()))) {
            return;
        }
        String problem = "is " + value + ", supported: " + Arrays.toString(supported);
        boolean wellFormed = supported.length == 0 || Arrays.stream(supported).anyMatch(s -> sameKind(s, value));
        throw wellFormed ? unsupported(key, problem) : refused(key, problem);
    }

    /** Refuses every value except an empty list. An absent or null key passes. */
    public void requireEmpty(String key) {
        if (!has(key)) {
            return;
        }
        JsonNode value = node(key);
        if (!value.isArray()) {
            throw refused(key, "is " + value + ", expected a list");
        }
        if (!value.isEmpty()) {
            throw unsupported(key, "is " + value + ", supported: an empty list");
        }
    }

    /** Marks keys as known but without effect here. */
    public void ignore(String... keys) {
        handled.addAll(Arrays.asList(keys));
    }

    /** Ignores the keys of transformers that do not affect what a network computes. */
    public void ignoreTransformers() {
        ignore(TRANSFORMERS);
    }

    /** Refuses every key that was not read or ignored. Keys with a leading underscore are notes of the writer; null values pass. */
    public void done() {
        Iterator<String> keys = json.fieldNames();
        while (keys.hasNext()) {
            String key = keys.next();
            if (!handled.contains(key) && !key.startsWith("_") && json.hasNonNull(key)) {
                throw unsupported(
                        key, "is an unknown option (value " + json.get(key) + "); remove it if it does not matter");
            }
        }
    }

    /** The exception for values that contradict each other. */
    public ModelFormatException refused(IllegalArgumentException problem) {
        return new ModelFormatException(file, String.valueOf(problem.getMessage()), problem);
    }

    /** The exception for a key with a bad or contradictory value. */
    public ModelFormatException refused(String key, String problem) {
        return new ModelFormatException(file, key, -1, problem);
    }

    /** The exception for a key whose value is well-formed but not supported. */
    public UnsupportedOptionException unsupported(String key, String problem) {
        return new UnsupportedOptionException(file, key, problem);
    }

    private static boolean sameKind(Object supported, JsonNode value) {
        if (supported instanceof Boolean) {
            return value.isBoolean();
        }
        return supported instanceof Number ? value.isNumber() : value.isTextual();
    }

    private List<Double> numbers(String key, JsonNode value) {
        if (!value.isArray()) {
            throw refused(key, "is " + value + ", expected a list of numbers");
        }
        List<Double> numbers = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isNumber()) {
                throw refused(key, "has " + element + " at index " + numbers.size() + ", expected a number");
            }
            numbers.add(element.doubleValue());
        }
        return numbers;
    }

    private JsonNode node(String key) {
        handled.add(key);
        JsonNode value = json.get(key);
        if (value == null || value.isNull()) {
            throw refused(key, "is missing");
        }
        return value;
    }
}
