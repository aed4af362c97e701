package org.stylecodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.stylecodes.tensor.Weights;

/** The names and shapes of the tensors in the published files. */
public final class PublishedNames {
    private PublishedNames() {}

    /** Compares the tensors that a network requests with the published names that belong to it. */
    public static void assertAskedFor(JsonNode published, Predicate<String> own, Consumer<Weights> network) {
        Map<String, String> expected = new TreeMap<>();
        published.properties().stream()
                .filter(entry -> own.test(entry.getKey()))
                .forEach(entry -> expected.put(entry.getKey(), entry.getValue().toString()));
        Map<String, String> asked = new TreeMap<>();
        Weights.outline(network)
                .forEach((name, shape) -> asked.put(name, Arrays.toString(shape).replace(" ", "")));
        assertEquals(expected, asked);
    }
}
