package org.stylecodes.code;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The vectors of {@code cases/codes.json} in the golden archive. */
class GoldenCodesTest {
    private static final JsonNode GOLDEN = read();

    @Test
    void everyKindOfVectorHasATest() {
        Set<String> kinds = new TreeSet<>();
        GOLDEN.fieldNames().forEachRemaining(kinds::add);

        assertEquals(
                Set.of("checked", "one_symbol_wrong", "two_symbols_wrong", "legacy", "not_a_code", "distance", "mix"),
                kinds);
    }

    @Test
    void sharedFormsAreWritten() {
        assertAll(vectors("checked")
                .map(vector -> () -> assertEquals(
                        text(vector, "checked"),
                        new SharedCode(text(vector, "model"), code(vector, "code")).toString())));
    }

    @Test
    void sharedFormsAreRead() {
        assertAll(vectors("checked")
                .map(vector -> () -> assertEquals(
                        new SharedCode(text(vector, "model"), code(vector, "code")),
                        SharedCode.parse(text(vector, "checked")))));
    }

    @Test
    void oneWrongSymbolNamesTheCodeThatWasMeant() {
        assertAll(vectors("one_symbol_wrong")
                .map(vector -> () -> assertEquals(
                        text(vector, "meant"),
                        refusal(text(vector, "typed")).meant().orElseThrow())));
    }

    @Test
    void oneWrongSymbolIsLocated() {
        assertAll(vectors("one_symbol_wrong").map(vector -> () -> {
            String typed = text(vector, "typed");
            int position = refusal(typed).position().orElseThrow();
            assertFalse(typed.charAt(position) == text(vector, "meant").charAt(position));
        }));
    }

    @Test
    void swappedNeighboursNameTheCodeThatWasMeant() {
        List<JsonNode> checked = vectors("checked").toList();
        List<JsonNode> swapped = vectors("two_symbols_wrong").toList();

        for (int i = 0; i < swapped.size(); i++) {
            String meant = text(checked.get(i), "checked");
            assertEquals(meant, refusal(text(swapped.get(i), "typed")).meant().orElseThrow());
        }
    }

    @Test
    void legacyFormsAreWritten() {
        assertAll(vectors("legacy")
                .map(vector -> () -> assertEquals(
                        text(vector, "legacy"), code(vector, "code").toLegacy())));
    }

    @Test
    void legacyFormsAreReadWithAndWithoutPadding() {
        assertAll(vectors("legacy").map(vector -> () -> {
            assertEquals(code(vector, "code"), StyleCode.parseLegacy(text(vector, "legacy")));
            assertEquals(code(vector, "code"), StyleCode.parseLegacy(text(vector, "legacy") + "="));
        }));
    }

    @Test
    void textThatIsNotACodeIsRefused() {
        assertAll(vectors("not_a_code").map(vector -> () -> refusal(vector.textValue())));
    }

    @Test
    void distancesAgree() {
        assertAll(vectors("distance")
                .map(vector -> () -> assertEquals(
                        vector.get("distance").doubleValue(), code(vector, "a").distance(code(vector, "b")))));
    }

    @Test
    void mixesAgree() {
        assertAll(vectors("mix").map(vector -> () -> {
            List<WeightedCode> parts = new ArrayList<>();
            for (int i = 0; i < vector.get("codes").size(); i++) {
                parts.add(new WeightedCode(
                        StyleCode.parse(vector.get("codes").get(i).textValue()),
                        vector.get("weights").get(i).doubleValue()));
            }
            assertEquals(code(vector, "mix"), StyleCode.mix(parts));
        }));
    }

    @Test
    void theListsAreNotEmpty() {
        assertTrue(StreamSupport.stream(GOLDEN.spliterator(), false).allMatch(vectors -> vectors.size() > 0));
    }

    private static InvalidCodeException refusal(String text) {
        return assertThrows(InvalidCodeException.class, () -> CodeText.parse(text), text);
    }

    private static Stream<JsonNode> vectors(String kind) {
        return StreamSupport.stream(GOLDEN.get(kind).spliterator(), false);
    }

    private static String text(JsonNode vector, String field) {
        return vector.get(field).textValue();
    }

    private static StyleCode code(JsonNode vector, String field) {
        return StyleCode.parse(text(vector, field));
    }

    private static JsonNode read() {
        try (InputStream stream = GoldenCodesTest.class.getResourceAsStream("/cases/codes.json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException failure) {
            throw new ExceptionInInitializerError(failure);
        }
    }
}
