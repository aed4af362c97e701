package org.stylecodes.studio.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonErrorsTest {
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
                "{\"codes\":[[]]}|at codes[0]: expected an object",
                "{\"codes\":{}}|at codes: expected a list",
                "{\"codes\":[{\"code\":[]}]}|at codes[0].code: expected a text",
                "{\"codes\":[{\"weight\":\"much\"}]}|at codes[0].weight: expected a number",
                "{\"codes\":[{\"wait\":1}]}|at codes[0].wait: 'wait' is not known here; expected code, weight",
                "{\"codes\":|the body is not JSON at line 1, column 10",
                "{codes}|the body is not JSON at line 1, column 2",
                "{\"codes\":[{]}|the body is not JSON at line 1, column 12",
                "{} {}|in the body: expected one JSON value and no more",
            })
    void aMistakeIsToldInTheSendersWords(String body, String sentence) {
        JsonProcessingException mistake =
                assertThrows(JsonProcessingException.class, () -> Json.MAPPER.readValue(body, Mix.class));
        assertEquals(sentence, JsonErrors.sentence(mistake));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"corners\":[],\"columns\":2.5,\"rows\":\"a\"}|at rows: expected a whole number",
                "{\"corners\":[],\"columns\":null,\"rows\":2}|at columns: expected a whole number",
                "{\"corners\":[],\"columns\":99999999999,\"rows\":2}|at columns: the number is too large",
            })
    void aNumberIsToldFromAnother(String body, String sentence) {
        JsonProcessingException mistake =
                assertThrows(JsonProcessingException.class, () -> Json.MAPPER.readValue(body, Plane.class));
        assertEquals(sentence, JsonErrors.sentence(mistake));
    }
}
