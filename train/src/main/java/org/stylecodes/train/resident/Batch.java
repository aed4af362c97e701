package org.stylecodes.train.resident;

import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Device;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Tensors;

/** Puts small arrays onto a device. */
final class Batch {
    private Batch() {}

    static Tensor of(Device device, long... values) {
        return put(device, Tensors.of(values, values.length));
    }

    /** A copy on a device, made without waiting for the work that the device still has to do. */
    static Tensor put(Device device, Tensor host) {
        return host.to(Devices.torch(device), host.scalar_type(), true, false, new MemoryFormatOptional());
    }
}
