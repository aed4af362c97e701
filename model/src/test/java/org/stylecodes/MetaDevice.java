package org.stylecodes;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Weights;

/**
 * LibTorch's device for tensors that have a shape but no data. An operation that mixes them with a tensor on the CPU fails, as it would on
 * a GPU.
 */
public final class MetaDevice {
    private MetaDevice() {}

    /** A float32 tensor. */
    public static Tensor tensor(long... shape) {
        DeviceOptional meta = new DeviceOptional(new Device(DeviceType.Meta));
        TensorOptions options = new TensorOptions(ScalarType.Float).device(meta);
        return torch.empty(shape, options, new MemoryFormatOptional());
    }

    /** Weights of every name and shape that is requested. */
    public static Weights weights() {
        return Weights.of(new Weights.Source() {
            @Override
            public Tensor tensor(String name, Init init, long... shape) {
                return MetaDevice.tensor(shape);
            }

            @Override
            public boolean has(String name) {
                return false;
            }
        });
    }
}
