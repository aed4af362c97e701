package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.stylecodes.Device;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.error.EnvironmentException;

class DevicesTest {
    @Test
    void theCpuIsAlwaysAvailable() {
        assertDoesNotThrow(() -> Devices.requireAvailable(Placement.CPU));
    }

    @Test
    void theCpuDoesNotComputeInFloat16() {
        Placement half = new Placement(Device.CPU, Precision.FLOAT16);
        String message = assertThrows(EnvironmentException.class, () -> Devices.requireAvailable(half))
                .getMessage();
        assertTrue(message.startsWith("processors do not compute in float16; use bfloat16 or float32"), message);
    }

    @Test
    void aBuildWithoutCudaSaysHowToGetIt() {
        Engine.load();
        assumeTrue(!Context.hasCUDART(), "this build has CUDA");
        String message = assertThrows(EnvironmentException.class, () -> Devices.requireAvailable(Device.cuda(1)))
                .getMessage();
        assertTrue(message.startsWith("cuda:1 is not available") && message.contains("-Pgpu"), message);
    }

    @Test
    void aTensorOnTheDeviceIsNotCopied() {
        Scope.run(() -> {
            Tensor tensor = Tensors.of(new float[] {1, 2}, 2);
            assertTrue(Devices.put(Device.CPU, tensor).is_same(tensor));
            assertFalse(Devices.put(Device.CPU, tensor, ScalarType.Half).is_same(tensor));
        });
    }
}
