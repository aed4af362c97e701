package org.stylecodes.train.loop;

import java.util.function.Supplier;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.Device;
import org.stylecodes.Precision;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.RoundedWeights;

/**
 * Runs forward passes in mixed precision (Micikevicius et al. 2018): weights stay float32, and products and convolutions are computed in
 * the given precision. Each weight is rounded once in a pass. Autocasting is a state of the thread, so each replica has to enable it.
 */
record Autocast(Device device, Precision precision) {
    /** Runs the body in this precision, and restores the state of the thread. */
    <T> T run(Supplier<T> body) {
        if (precision == Precision.FLOAT32) {
            return body.get();
        }
        DeviceType type = device.kind() == Device.Kind.CPU ? DeviceType.CPU : DeviceType.CUDA;
        boolean enabled = torch.is_autocast_enabled(type);
        boolean cached = torch.is_autocast_cache_enabled();
        ScalarType before = torch.get_autocast_dtype(type);
        torch.set_autocast_dtype(type, Devices.type(precision));
        // Layers keep their rounded weights in RoundedWeights instead.
        torch.set_autocast_cache_enabled(false);
        torch.set_autocast_enabled(type, true);
        try (RoundedWeights rounded = RoundedWeights.start(precision)) {
            return body.get();
        } finally {
            torch.set_autocast_enabled(type, enabled);
            torch.set_autocast_cache_enabled(cached);
            torch.set_autocast_dtype(type, before);
        }
    }
}
