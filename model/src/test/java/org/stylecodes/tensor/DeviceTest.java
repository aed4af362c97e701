package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.StyleCodesException;

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

    @Test
    void theProcessorIsAlwaysThere() {
        assertEquals(Device.CPU, Device.CPU.available());
    }

    @Test
    void aBuildForProcessorsSaysHowToGetCuda() {
        assumeTrue(!Context.hasCUDART(), "this build has CUDA");
        String message = assertThrows(
                        StyleCodesException.class, () -> Device.cuda(1).available())
                .getMessage();
        assertTrue(message.startsWith("cuda:1 is not there") && message.contains("-Pgpu"), message);
    }

    @Test
    void whatLiesOnADeviceIsNotCopiedToIt() {
        Scope.run(() -> {
            Tensor tensor = Tensors.of(new float[] {1, 2}, 2);
            assertTrue(Device.CPU.put(tensor).is_same(tensor));
            assertFalse(Device.CPU.put(tensor, torch.ScalarType.Half).is_same(tensor));
        });
    }
}
