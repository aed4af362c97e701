package org.stylecodes.studio.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private record Mix(List<Part> codes) {
        record Part(String code, Double weight) {}
    }

    private record Plane(List<String> corners, int columns, int rows) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[]|in the body: expected an object",
                "null|the body is null; expected a JSON object",
                "{\"codes\":[null]}|at codes[0]: expected a value, not null",
                "{\"codes\":[[]]}|at codes[0]: expected an object",
                "{\"codes\":{}}|at codes: expected a list",
                "{\"codes\":[{\"code\":[]}]}|at codes[0].code: expected a text",
                "{\"codes\":[{\"weight\":\"much\"}]}|at codes[0].weight: expected a number",
                "{\"codes\":[{\"wait\":1}]}|at codes[0].wait: 'wait' is not a known field; expected code, weight",
                "{\"codes\":|the body is not JSON at line 1, column 10",
                "{codes}|the body is not JSON at line 1, column 2",
                "{\"codes\":[{]}|the body is not JSON at line 1, column 12",
                "{} {}|in the body: expected one JSON value and nothing after it",
            })
    void errorsNameTheFieldsOfTheRequest(String body, String sentence) {
        assertEquals(sentence, error(body, Mix.class).getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"corners\":[],\"columns\":2,\"rows\":\"a\"}|at rows: expected a whole number",
                "{\"corners\":[],\"columns\":2.5,\"rows\":2}|at columns: expected a whole number",
                "{\"corners\":[],\"columns\":null,\"rows\":2}|at columns: expected a whole number",
                "{\"corners\":[],\"columns\":99999999999,\"rows\":2}|at columns: the number is too large",
            })
    void numbersOfTheWrongTypeAreRefused(String body, String sentence) {
        assertEquals(sentence, error(body, Plane.class).getMessage());
    }

    @Test
    void theExceptionNamesTheField() {
        assertEquals(
                "codes[1].weight",
                error("{\"codes\":[{},{\"weight\":[]}]}", Mix.class).field());
        assertNull(error("{} {}", Mix.class).field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00007B00", "FEFF0000"})
    void bytesThatAreNotUtf8AreRefused(String bytes) {
        byte[] body = HexFormat.of().parseHex(bytes);
        assertEquals(
                "the body is not UTF-8 JSON",
                assertThrows(MalformedJsonException.class, () -> StrictJson.read(body, Mix.class))
                        .getMessage());
    }

    private static MalformedJsonException error(String body, Class<?> type) {
        return assertThrows(
                MalformedJsonException.class, () -> StrictJson.read(body.getBytes(StandardCharsets.UTF_8), type));
    }
}
