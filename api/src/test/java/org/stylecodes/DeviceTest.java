package org.stylecodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.error.StyleCodesException;

class DeviceTest {
    @ParameterizedTest
    @CsvSource({"cpu, cpu", "CPU, cpu", "cuda, cuda:0", "' cuda:0 ', cuda:0", "cuda:127, cuda:127"})
    void namesAreRead(String text, String device) {
        assertEquals(device, Device.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cuda:", "cuda:-1", "cuda:128", "cuda:1000000000000", "cpu:0", "mps"})
    void otherNamesAreRefused(String text) {
        String message = assertThrows(StyleCodesException.class, () -> Device.parse(text))
                .getMessage();
        assertEquals("there is no device '" + text + "'; expected cpu, cuda or cuda:N", message);
    }
}
