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
 * A published {@code config.json}, read key by key. Every key is either used, or {@linkplain #ignore ignored} by name, or
 * {@linkplain #require required} to have the one value that is supported; {@link #done} refuses whatever is left.
 */
public final class Config {
    // What transformers writes into every configuration: notes, training options and options of text generation.
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
    private final Set<String> seen = new HashSet<>();

    private Config(String file, JsonNode json) {
        this.file = file;
        this.json = json;
    }

    /**
     * @param file the name for messages
     * @param json the object
     */
    public static Config of(String file, JsonNode json) {
        if (!json.isObject()) {
            throw new ModelFormatException(file, "expected a JSON object");
        }
        return new Config(file, json);
    }

    /** Whether the key is there and not null. */
    public boolean has(String key) {
        seen.add(key);
        return json.hasNonNull(key);
    }

    /** A whole number. */
    public int integer(String key) {
        JsonNode value = node(key);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw refused(key, "is " + value + ", expected a whole number");
        }
        return value.intValue();
    }

    /** A whole number, or the default of the format. */
    public int integer(String key, int absent) {
        return has(key) ? integer(key) : absent;
    }

    /** A whole number of at least 1, or the default of the format. */
    public int positive(String key, int absent) {
        return has(key) ? positive(key) : absent;
    }

    /** A whole number of at least 1. */
    public int positive(String key) {
        int value = integer(key);
        if (value < 1) {
            throw refused(key, "is " + value + ", expected a positive whole number");
        }
        return value;
    }

    /** A number. */
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

    /** True or false. */
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

    /** A text, or the default of the format. */
    public String text(String key, String absent) {
        return has(key) ? text(key) : absent;
    }

    /** One of the constants of an enum, in lower case, or the default of the format. */
    public <E extends Enum<E>> E choice(String key, E absent) {
        return has(key) ? choice(key, absent.getDeclaringClass()) : absent;
    }

    /** One of the constants of an enum, in lower case. */
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

    /** A text. */
    public String text(String key) {
        JsonNode value = node(key);
        if (!value.isTextual()) {
            throw refused(key, "is " + value + ", expected a text");
        }
        return value.textValue();
    }

    /** A list of positive whole numbers, at least one. */
    public int[] integers(String key) {
        JsonNode value = node(key);
        if (!value.isArray() || value.isEmpty()) {
            throw refused(key, "is " + value + ", expected a list of whole numbers");
        }
        int[] numbers = new int[value.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode element = value.get(i);
            if (!element.isIntegralNumber() || !element.canConvertToInt() || element.intValue() < 1) {
                throw refused(key, "has " + element + " at place " + i + ", expected a positive whole number");
            }
            numbers[i] = element.intValue();
        }
        return numbers;
    }

    /** A positive whole number for each of {@code count} things: a list of that length, or one number for all. */
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

    /** A list of numbers. */
    public List<Double> numbers(String key) {
        return numbers(key, node(key));
    }

    /** A list of lists of numbers. */
    public List<List<Double>> rows(String key) {
        List<List<Double>> rows = new ArrayList<>();
        node(key).forEach(row -> rows.add(numbers(key, row)));
        return rows;
    }

    /** An object that is free in form; empty where it is absent. */
    public ObjectNode freeForm(String key) {
        if (!has(key)) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (node(key) instanceof ObjectNode object) {
            return object.deepCopy();
        }
        throw refused(key, "is " + node(key) + ", expected an object");
    }

    /** A list of texts, at least one. */
    public String[] texts(String key) {
        JsonNode value = node(key);
        if (!value.isArray() || value.isEmpty()) {
            throw refused(key, "is " + value + ", expected a list of texts");
        }
        String[] texts = new String[value.size()];
        for (int i = 0; i < texts.length; i++) {
            if (!value.get(i).isTextual()) {
                throw refused(key, "has " + value.get(i) + " at place " + i + ", expected a text");
            }
            texts[i] = value.get(i).textValue();
        }
        return texts;
    }

    /** An object within this one, to be read in the same way. */
    public Config object(String key) {
        JsonNode value = node(key);
        if (!value.isObject()) {
            throw refused(key, "is " + value + ", expected an object");
        }
        return new Config(file + ": " + key, value);
    }

    /** Refuses any value but these; an absent or null key passes. Values are compared as JSON writes them. */
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

    /** Refuses any value but an empty list; an absent or null key passes. */
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

    /** Names keys that do not matter here. */
    public void ignore(String... keys) {
        seen.addAll(Arrays.asList(keys));
    }

    /** Names the keys of transformers that say nothing about what a network computes. */
    public void ignoreTransformers() {
        ignore(TRANSFORMERS);
    }

    /** Refuses every key that was not asked for; names that begin with an underscore are notes of the writer, and null says nothing. */
    public void done() {
        Iterator<String> keys = json.fieldNames();
        while (keys.hasNext()) {
            String key = keys.next();
            if (!seen.contains(key) && !key.startsWith("_") && json.hasNonNull(key)) {
                throw unsupported(key, "is an option that is not known here (value " + json.get(key) + ")");
            }
        }
    }

    /** The error for values that are impossible together. */
    public ModelFormatException refused(IllegalArgumentException problem) {
        return new ModelFormatException(file, String.valueOf(problem.getMessage()), problem);
    }

    /** The error for a key with a bad or contradictory value. */
    public ModelFormatException refused(String key, String problem) {
        return new ModelFormatException(file, key, -1, problem);
    }

    /** The error for a key whose value is well-formed and not known here. */
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
                throw refused(key, "has " + element + " at place " + numbers.size() + ", expected a number");
            }
            numbers.add(element.doubleValue());
        }
        return numbers;
    }

    private JsonNode node(String key) {
        seen.add(key);
        JsonNode value = json.get(key);
        if (value == null || value.isNull()) {
            throw refused(key, "is missing");
        }
        return value;
    }
}
