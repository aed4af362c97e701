package org.stylecodes.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.stylecodes.ModelFormatException;

/**
 * A published {@code config.json}, read key by key. Every key is either used, or {@linkplain #ignore ignored} by name, or
 * {@linkplain #require required} to have the one value that is supported; {@link #done} refuses whatever is left.
 */
public final class Config {
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

    /** A text. */
    public String text(String key, String absent) {
        if (!has(key)) {
            return absent;
        }
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

    /** Refuses any value but these; an absent or null key passes. Values are compared as JSON writes them. */
    public void require(String key, Object... supported) {
        if (!has(key)) {
            return;
        }
        String value = node(key).asText();
        if (Arrays.stream(supported).noneMatch(s -> s.toString().equals(value))) {
            throw refused(key, "is " + node(key) + ", supported: " + Arrays.toString(supported));
        }
    }

    /** Names keys that do not matter here. */
    public void ignore(String... keys) {
        seen.addAll(Arrays.asList(keys));
    }

    /** Refuses every key that was not asked for; names that begin with an underscore are notes of the writer, and null says nothing. */
    public void done() {
        Iterator<String> keys = json.fieldNames();
        while (keys.hasNext()) {
            String key = keys.next();
            if (!seen.contains(key) && !key.startsWith("_") && json.hasNonNull(key)) {
                throw refused(key, "is an option that is not known here (value " + json.get(key) + ")");
            }
        }
    }

    /** The error for a key with a bad or contradictory value. */
    public ModelFormatException refused(String key, String problem) {
        return new ModelFormatException(file, key, -1, problem);
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
