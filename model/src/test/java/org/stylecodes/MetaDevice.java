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
 * LibTorch's device of tensors that have a shape but no numbers. An operation that meets a tensor of the processor there fails,
 * as it would on a graphics card.
 */
public final class MetaDevice {
    private MetaDevice() {}

    /** A float32 tensor. */
    public static Tensor tensor(long... shape) {
        DeviceOptional meta = new DeviceOptional(new Device(DeviceType.Meta));
        TensorOptions options = new TensorOptions(ScalarType.Float).device(meta);
        return torch.empty(shape, options, new MemoryFormatOptional());
    }

    /** Any weights that are asked for. */
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
